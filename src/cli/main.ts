#!/usr/bin/env node
import './v8-flags.ts';
import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { MAX_SCENES } from '../format/bundle-document.ts';
import { ENGINES } from '../sim/physics.ts';
import { check } from './check.ts';
import { type EvaluateFlags, evaluate } from './evaluate.ts';
import { inRange } from './experiment-flags.ts';
import { type ExportFlags, exportReplay, FORMATS } from './export.ts';
import { CATALOGUES, list } from './list.ts';
import { exitOnOutputError } from './output-errors.ts';
import { choosePhysics } from './physics.ts';
import { printError, printJson, printStack } from './print.ts';
import { replay } from './replay.ts';
import { GIVEN_TASKS, type RolloutFlags, rollout } from './rollout.ts';
import { jsonSchema, SCHEMAS } from './schema.ts';
import { addTrainingCommands, WORKERS_HELP } from './training-commands.ts';
import { UserError } from './user-error.ts';

const program = new Command('gaitlab')
  .description(
    'Creatures with legs and small brains learn to walk. The same experiment gives the same bits everywhere.',
  )
  .version(version)
  .addOption(
    new Option(
      '--physics <engine>',
      'what simulates, with the same bits: flat is wasm where that can be had, else javascript; planck is the reference',
    )
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

addTrainingCommands(program);

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
  .description('export a replay, a film or how a run learnt as a video, a picture, a drawing or a table')
  .argument('<file>', 'a .gait file, a champion.replay.json, or the folder of a run')
  .requiredOption('--to <file>', `file to write; its extension selects the format: ${FORMATS.join(', ')}`)
  .option('--size <pixels>', 'width and height of the pictures (default: 1280x720; 640x360 for a GIF of a run)')
  .option(
    '--fps <number>',
    'frames per second, at most 50 in a GIF (default: 30; 20 for a GIF of a run)',
    inRange(1, 120),
  )
  .option('--speed <number>', 'simulated seconds per second of the video', inRange(0.05, 16, false), 1)
  .option('--scene <number>', 'export only this scene of a film or a race', inRange(1, MAX_SCENES))
  .option('--at <seconds>', 'time of a PNG (default: the middle of the episode)', inRange(0, 3600, false))
  .option('--caption [text]', 'write this text on every picture; without a text, a description of the replay')
  .option('--no-caption', 'write nothing on the film of a run')
  .option('--dark', 'use dark colours')
  .option('--colour <colour>', 'colour of the creature: a name such as teal, or six hexadecimal digits')
  .addHelpText(
    'after',
    [
      '\nA film of the folder of a run shows how it learnt: the first attempt, records on the way, and the best.',
      'SVG is a strip of poses, or a footfall diagram if the file is called footfalls.svg or NAME.footfalls.svg;',
      'CSV and JSON have every frame: time, parts, joints, contacts. MP4 and WebM need ffmpeg on the PATH.',
    ].join('\n'),
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
