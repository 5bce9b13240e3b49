#!/usr/bin/env node
import './v8-flags.ts';
import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { MAX_SCENES } from '../format/bundle-document.ts';
import { check } from './check.ts';
import { endWithOutput } from './closed-output.ts';
import { withStopCriteria } from './ends.ts';
import { type EvaluateFlags, evaluate } from './evaluate.ts';
import { type EvolveFlags, evolve } from './evolve.ts';
import { inRange, withExperimentFlags } from './experiment-flags.ts';
import { type ExportFlags, exportReplay, FORMATS } from './export.ts';
import { Fault } from './fault.ts';
import { KINDS, list } from './list.ts';
import { replay } from './replay.ts';
import { type ResumeFlags, resume } from './resume.ts';
import { GIVEN_TASKS, type RolloutFlags, rollout } from './rollout.ts';
import { jsonSchema, SCHEMAS } from './schema.ts';
import { type SweepFlags, sweep, varied } from './sweep.ts';

const MANY = Number.MAX_SAFE_INTEGER;
const CTRL_C = '\nCtrl-C ends it after the generation in hand, files complete, and exits with 130; twice: at once.';

const program = new Command('gaitlab')
  .description('Creatures with legs and small brains learn to walk. The same experiment gives the same bits.')
  .version(version)
  // One line that starts with the program's name and includes commander's suggestion.
  .configureOutput({
    outputError: (text, write) =>
      write(
        `${text
          .trim()
          .replace(/^error:/, 'gaitlab:')
          .replaceAll(/\n+/g, ' ')}\n`,
      ),
  });

withStopCriteria(withExperimentFlags(program.command('evolve').description('train a walker')))
  .option('--workers <number>', 'threads that simulate (as many as cores)', inRange(1, 256))
  .option('--out <folder>', 'keep the run there: checkpoint.gait, log.jsonl, run.json, champion.replay.json, records')
  .option('--resume', 'go on with the run in that folder, if there is one')
  .option('--force', 'start over where there is a run already, which deletes it')
  .option('--json', 'a line of JSON for each generation and a last one with the hashes')
  .addHelpText('after', CTRL_C)
  .action((source: string, flags: EvolveFlags) => evolve(source, flags));

withStopCriteria(
  program.command('resume').description('go on with a run that was kept, to the same bits as if it had never stopped'),
)
  .argument('<folder>', 'what evolve --out made, or a .gait file of a run')
  .option('--out <folder>', 'where the run in a file is to be kept')
  .option('--workers <number>', 'threads that simulate (as many as cores)', inRange(1, 256))
  .option('--json', 'a line of JSON for each generation and a last one with the hashes')
  .addHelpText(
    'after',
    `\nIt ends where it was to end in the first place, unless you say otherwise; ends count from the beginning of the run.${CTRL_C}`,
  )
  .action((folder: string, flags: ResumeFlags) => resume(folder, flags));

withExperimentFlags(program.command('sweep').description('try values of one or two settings, each with several seeds'))
  .option(
    '--vary <key=values>',
    'as in optimizer.sigma=0.05,0.1,0.2 or brain.hidden=none,8,16+16; once or twice',
    varied,
  )
  .option('--seeds <list>', 'as in 1,2,3, up to eight (three from --seed on)')
  .option('--steps <number>', 'control steps of each run (60000 when no end is given)', inRange(1, MANY))
  .option('--generations <number>', 'end each run after so many generations', inRange(1, MANY))
  .option('--goal <metres>', 'tell after how many steps a champion first came so far (5)', inRange(0.1, 1000, false))
  .option('--out <folder>', 'keep the sweep there: sweep.json, each finished run in runs, its champion in champions')
  .option('--resume <folder>', 'go on with a sweep that was kept, to the same table')
  .option('--workers <number>', 'threads that simulate (as many as cores)', inRange(1, 256))
  .option('--json', 'a line of JSON for each run')
  .option('--csv', 'a table of all runs at the end')
  .addHelpText(
    'after',
    '\nA preset may say itself what is varied: try gaitlab sweep optimizers-race.\nCtrl-C ends it after the generation in hand and prints what is done, with exit code 130; twice: at once.',
  )
  .action((source: string, flags: SweepFlags) => sweep(source, flags));

program
  .command('check')
  .description('say what a file or folder is, whether it is valid, and what is unwise about it')
  .argument('<file>', 'a body, experiment, policy, replay, film, race, library or run, or a folder of a run or sweep')
  .option('--json', 'as JSON: kind, valid, fault, notes')
  .addHelpText(
    'after',
    '\nIt exits with 0 when there is nothing to say, with 1 when there are notes, with 2 when it is not valid.',
  )
  .action(check);

program
  .command('replay')
  .description('let a champion walk again, or all in a film, a race, a library')
  .argument('<file>', 'a .gait file, a champion.replay.json, or the folder of a run')
  .option('--verify', 'check that it goes the same way to the last bit, say where it parts; exits with 1 if not')
  .option('--json', 'as JSON')
  .action(replay);

program
  .command('export')
  .description('draw or tabulate a replay, or a film: moving pictures, one picture, strip of poses or numbers')
  .argument('<file>', 'a .gait file, a champion.replay.json, or the folder of a run')
  .requiredOption('--to <file>', `where to; its ending says what: ${FORMATS.join(', ')}`)
  .option('--size <pixels>', 'width and height of the pictures', '1280x720')
  .option('--fps <number>', 'pictures a second; a GIF has 50 at most', inRange(1, 120), 30)
  .option('--speed <number>', 'seconds of the life in a second of the film', inRange(0.05, 16, false), 1)
  .option('--scene <number>', 'of a film or a race that one alone', inRange(1, MAX_SCENES))
  .option('--at <seconds>', 'moment of a PNG (the middle of the life)', inRange(0, 3600, false))
  .option('--caption [text]', 'written on every picture; without a text, what it is')
  .option('--dark', 'in the colours of dusk')
  .addHelpText(
    'after',
    '\nSVG is a strip of poses; CSV and JSON have every frame: time, parts, joints, contacts. MP4 and WebM need ffmpeg on the PATH.',
  )
  .action((file: string, flags: ExportFlags) => exportReplay(file, flags));

program
  .command('evaluate')
  .description('see how a champion, or a policy from elsewhere, does on fresh ground')
  .argument('[file]', 'a champion.replay.json')
  .option('--policy <file>', 'JSON with layers, activation and weights, in place of a champion')
  .option('--task <name>', 'what the policy is tried in')
  .option('--body <name|file>', 'who tries it, where the task is not for one body alone')
  .option('--episodes <number>', 'how many lives', inRange(1, 100000), 100)
  .option('--seed <number>', 'which ground', inRange(0, 4294967295), 1)
  .option('--workers <number>', 'threads that simulate (as many as cores)', inRange(1, 256))
  .option('--json', 'as JSON')
  .addHelpText(
    'after',
    '\nA policy: {"layers":[24,40,40,4],"activation":"tanh","weights":[...]}, for each layer W row-major (in, out), then b;\nactivation tanh, relu or linear, outputActivation tanh or linear (clipped). Its return is by the task\'s published rules.',
  )
  .action((file: string | undefined, flags: EvaluateFlags) => evaluate(file, flags));

program
  .command('rollout')
  .description('live an episode of BipedalWalker from elsewhere again: its ground, its push, its actions')
  .requiredOption('--given <file>', 'JSON with terrain_y, actions, and hardcore, initForceX, terrainPolys where wanted')
  .addOption(new Option('--task <name>', 'by default what the file says').choices(GIVEN_TASKS))
  .option('--json', 'every observation, reward, end and body as one JSON document')
  .action((flags: RolloutFlags) => rollout(flags));

program
  .command('list')
  .description('what there is to choose from')
  .addArgument(new Argument('<kind>', 'which catalogue').choices(KINDS))
  .option('--json', 'as JSON')
  .option('--plan <name>', 'of bodies: print that one as JSON, as a start for one of your own')
  .action(list);

program
  .command('schema')
  .description('print the JSON Schema of a document, for editors that complete and check, and for other programs')
  .addArgument(new Argument('[kind]', 'of what').choices(SCHEMAS).default('experiment'))
  .action((kind: (typeof SCHEMAS)[number]) => console.log(JSON.stringify(jsonSchema(kind), null, 2)));

/** Commander prints errors in flags itself; every error that the user can fix exits with 2. */
function end(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof Fault) {
    console.error(`gaitlab: ${error.message}`);
    process.exitCode = 2;
  } else {
    console.error(error);
    process.exitCode = 1;
  }
}

endWithOutput();
for (const command of [program, ...program.commands]) command.exitOverride();
await program.parseAsync().catch(end);
