import '../src/cli/v8-flags.ts';
import { bareLoop, rolloutLoop } from './loops.ts';
import { serveRounds } from './rounds.ts';

await serveRounds((replay) => ({ rollout: rolloutLoop(replay), bare: bareLoop(replay) }));
