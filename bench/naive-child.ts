import { naiveLoop } from './naive-loop.ts';
import { serveRounds } from './rounds.ts';

await serveRounds((replay) => ({ naive: naiveLoop(replay) }));
