#!/usr/bin/env node
import './v8-flags.ts';
import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { MAX_SCENES } from '../format/bundle-document.ts';
import { check } from './check.ts';
import { type EvaluateFlags, evaluate } from './evaluate.ts';
import { type EvolveFlags, evolve } from './evolve.ts';
import { inRange, withExperimentFlags } from './experiment-flags.ts';
import { type ExportFlags, exportReplay, FORMATS } from './export.ts';
import { CATALOGUES, list } from './list.ts';
import { exitOnOutputError } from './output-errors.ts';
import { choosePhysics, ENGINES } from './physics.ts';
import { printError, printJson, printStack } from './print.ts';
import { replay } from './replay.ts';
import { type ResumeFlags, resume } from './resume.ts';
import { GIVEN_TASKS, type RolloutFlags, rollout } from './rollout.ts';
import { jsonSchema, SCHEMAS } from './schema.ts';
import { withStopFlags } from './stop-criteria.ts';
import { sweep } from './sweep.ts';
import { parseVary, type SweepFlags } from './sweep-flags.ts';
import { UserError } from './user-error.ts';

const MAX_INTEGER = Number.MAX_SAFE_INTEGER;
const SIGNALS_HELP =
  '\nCtrl-C ends it after the current generation, with all files complete and exit code 130; a second Ctrl-C ends it at once.';
const EXIT_CODES_HELP =
  '\nExit codes: 0 done, 1 failed or not everything could be saved, 2 invalid input, 129 SIGHUP, 130 Ctrl-C, 141 closed pipe, 143 SIGTERM';
const GOAL_HELP = ', 3 --until was not reached.';
const WORKERS_HELP = 'number of worker threads (default: one per core, at most 16)';
const GENERATION_JSON_HELP = 'print one line of JSON per generation, and a last one with the results and hashes';

const program = new Command('gaitlab')
  .description(
    'Creatures with legs and small brains learn to walk. The same experiment gives the same bits everywhere.',
  )
  .version(version)
  .addOption(
    new Option('--physics <engine>', 'what simulates: planck is the reference, with the same bits at half the speed')
      .choices(ENGINES)
      .default('flat'),
  )
  .hook('preAction', (command) => choosePhysics(command.opts().physics))
  // Prints one line that starts with the program's name and includes commander's suggestion.
  .configureOutput({
    outputError: (text) =>
      printError(
        text
          .trim()
          .replace(/^error: /, '')
          .replaceAll(/\n+/g, ' '),
      ),
  });

withStopFlags(withExperimentFlags(program.command('evolve').description('train a creature to walk')))
  .option('--workers <number>', WORKERS_HELP, inRange(1, 256))
  .option('--out <folder>', 'store the run there: checkpoint.gait, log.jsonl, run.json, champion.replay.json, records')
  .option('--resume', 'continue the run in that folder if it has one')
  .option('--force', 'delete the run in that folder and start again')
  .option('--json', GENERATION_JSON_HELP)
  .addHelpText('after', `${SIGNALS_HELP}${EXIT_CODES_HELP}${GOAL_HELP}`)
  .action((source: string, flags: EvolveFlags) => evolve(source, flags));

withStopFlags(
  program.command('resume').description('continue a stored run, with the same bits as if it had never stopped'),
)
  .argument('<folder>', 'the folder of evolve --out, or a .gait file of a run')
  .option('--out <folder>', 'where to store the run of a .gait file')
  .option('--workers <number>', WORKERS_HELP, inRange(1, 256))
  .option('--json', GENERATION_JSON_HELP)
  .addHelpText(
    'after',
    `\nIt ends at the limits with which the run was started, unless others are given. Limits count from the start of the run.${SIGNALS_HELP}${EXIT_CODES_HELP}${GOAL_HELP}`,
  )
  .action((folder: string, flags: ResumeFlags) => resume(folder, flags));

withExperimentFlags(program.command('sweep').description('try values of one or two settings, each with several seeds'))
  .option(
    '--vary <key=values>',
    'as in optimizer.sigma=0.05,0.1,0.2 or brain.hidden=none,8,16+16; once or twice',
    parseVary,
  )
  .option('--seeds <list>', 'as in 1,2,3, at most eight (default: three, from --seed on)')
  .option(
    '--steps <number>',
    'control steps of each run (default: 60000 without --generations)',
    inRange(1, MAX_INTEGER),
  )
  .option('--generations <number>', 'end each run after this number of generations', inRange(1, MAX_INTEGER))
  .option(
    '--goal <metres>',
    'print the number of steps until a champion first walked this distance (5)',
    inRange(0.1, 1000, false),
  )
  .option('--out <folder>', 'store the sweep there: sweep.json, finished runs in runs, their champions in champions')
  .option('--resume <folder>', 'continue a stored sweep, to the same table')
  .option('--workers <number>', WORKERS_HELP, inRange(1, 256))
  .option('--json', 'print one line of JSON per run')
  .option('--csv', 'print a table of all runs at the end')
  .addHelpText(
    'after',
    `\nSome presets define a sweep: try gaitlab sweep optimizers-race.\nCtrl-C ends it after the current generation and prints the finished runs, with exit code 130; a second Ctrl-C ends it at once.${EXIT_CODES_HELP}.`,
  )
  .action((source: string, flags: SweepFlags) => sweep(source, flags));

program
  .command('check')
  .description('print what a file or folder is, whether it is valid, and warnings about it')
  .argument('<file>', 'a body, experiment, policy, replay, film, race, library or run, or the folder of a run or sweep')
  .option('--json', 'print JSON: kind, valid, fault, notes')
  .addHelpText('after', '\nExit codes: 0 valid, 1 valid with warnings, 2 not valid.')
  .action(check);

program
  .command('replay')
  .description('simulate a champion again, or all in a film, a race or a library')
  .argument('<file>', 'a .gait file, a champion.replay.json, or the folder of a run')
  .option(
    '--verify',
    'check that all results are the same to the last bit, and print where they first differ; exits with 1 if not',
  )
  .option('--json', 'print JSON')
  .action(replay);

program
  .command('export')
  .description('export a replay or a film as a video, a picture, a strip of poses or a table')
  .argument('<file>', 'a .gait file, a champion.replay.json, or the folder of a run')
  .requiredOption('--to <file>', `file to write; its extension selects the format: ${FORMATS.join(', ')}`)
  .option('--size <pixels>', 'width and height of the pictures', '1280x720')
  .option('--fps <number>', 'frames per second; a GIF has at most 50', inRange(1, 120), 30)
  .option('--speed <number>', 'simulated seconds per second of the video', inRange(0.05, 16, false), 1)
  .option('--scene <number>', 'export only this scene of a film or a race', inRange(1, MAX_SCENES))
  .option('--at <seconds>', 'time of a PNG (default: the middle of the episode)', inRange(0, 3600, false))
  .option('--caption [text]', 'write this text on every picture; without a text, a description of the replay')
  .option('--dark', 'use dark colours')
  .addHelpText(
    'after',
    '\nSVG is a strip of poses; CSV and JSON have every frame: time, parts, joints, contacts. MP4 and WebM need ffmpeg on the PATH.',
  )
  .action((file: string, flags: ExportFlags) => exportReplay(file, flags));

program
  .command('evaluate')
  .description('evaluate a champion, or a policy from another program, on new terrain')
  .argument('[file]', 'a champion.replay.json')
  .option('--policy <file>', 'JSON with layers, activation and weights, instead of a champion')
  .option('--task <name>', 'task for the policy')
  .option('--body <name|file>', 'body for the policy, if the task allows several')
  .option('--episodes <number>', 'number of episodes', inRange(1, 100000), 100)
  .option('--seed <number>', 'seed of the terrain', inRange(0, 4294967295), 1)
  .option('--workers <number>', WORKERS_HELP, inRange(1, 256))
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    '\nA policy: {"layers":[24,40,40,4],"activation":"tanh","weights":[...]}, for each layer W row-major (in, out), then b;\nactivation tanh, relu or linear, outputActivation tanh or linear (clipped). Its return follows the task\'s published rules.',
  )
  .action((file: string | undefined, flags: EvaluateFlags) => evaluate(file, flags));

program
  .command('rollout')
  .description('simulate a recorded episode of BipedalWalker again: its terrain, initial push and actions')
  .requiredOption('--given <file>', 'JSON with terrain_y and actions; optional: hardcore, initForceX, terrainPolys')
  .addOption(new Option('--task <name>', 'default: the task of the file').choices(GIVEN_TASKS))
  .option('--json', 'print every observation, reward, end and body as one JSON document')
  .action((flags: RolloutFlags) => rollout(flags));

program
  .command('list')
  .description('list the bodies, tasks, brains, optimizers or presets')
  .addArgument(new Argument('<kind>', 'which catalogue').choices(CATALOGUES))
  .option('--json', 'print JSON')
  .option('--plan <name>', 'print this body as JSON, as a start for your own')
  .action(list);

program
  .command('schema')
  .description('print the JSON Schema of a kind of document, for completion and checks in editors and other programs')
  .addArgument(new Argument('[kind]', 'kind of document').choices(SCHEMAS).default('experiment'))
  .action((kind: (typeof SCHEMAS)[number]) => printJson(jsonSchema(kind), 2));

/** Prints an error and sets the exit code. Commander has already printed errors in flags. */
function handleError(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof UserError) {
    printError(error.message);
    process.exitCode = 2;
  } else {
    printStack(error);
    process.exitCode = 1;
  }
}

exitOnOutputError();
for (const command of [program, ...program.commands]) command.exitOverride();
await program.parseAsync().catch(handleError);
