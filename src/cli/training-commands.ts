import type { Command } from 'commander';
import { MAX_ISLANDS } from '../run/islands.ts';
import { type EvolveFlags, evolve } from './evolve.ts';
import { inRange, withExperimentFlags } from './experiment-flags.ts';
import { type ResumeFlags, resume } from './resume.ts';
import { type StatusFlags, status } from './status.ts';
import { withStopFlags } from './stop-criteria.ts';
import { sweep } from './sweep.ts';
import { parseVary, type SweepFlags } from './sweep-flags.ts';
import { type WorkerFlags, worker } from './worker.ts';

const MAX_INTEGER = Number.MAX_SAFE_INTEGER;
const SIGNALS_HELP =
  '\nCtrl-C ends it after the current generation, with all files complete and exit code 130; a second Ctrl-C ends it at once.';
const EXIT_CODES_HELP =
  '\nExit codes: 0 done, 1 failed or not everything could be saved, 2 invalid input, 129 SIGHUP, 130 Ctrl-C, 141 closed pipe, 143 SIGTERM';
const GOAL_HELP = ', 3 --until was not reached.';
/** Help of the flag --workers. */
export const WORKERS_HELP = 'number of worker threads (default: one per core, at most 16)';
const QUEUE_HELP = 'evaluate on the workers of a queue, as in redis://host:6379/0, instead of threads of this process';
const URL_HELP = 'redis://host:port/database, or rediss://user:password@host:port/database with TLS';
const GENERATION_JSON_HELP = 'print one line of JSON per generation, and a last one with the results and hashes';

/** Adds the commands that train, and those of a queue that spreads training over several machines. */
export function addTrainingCommands(program: Command): void {
  withStopFlags(withExperimentFlags(program.command('evolve').description('train a creature to walk')))
    .option('--workers <number>', WORKERS_HELP, inRange(1, 256))
    .option('--queue <url>', QUEUE_HELP)
    .option('--islands <number>', 'train this many populations, which exchange champions', inRange(1, MAX_ISLANDS))
    .option('--migrate-every <number>', 'generations between two exchanges of islands (10)', inRange(1, 1e9))
    .option(
      '--out <folder>',
      'store the run there: checkpoint.gait, log.jsonl, run.json, champion.replay.json, records',
    )
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
    .option('--queue <url>', QUEUE_HELP)
    .option('--json', GENERATION_JSON_HELP)
    .addHelpText(
      'after',
      `\nIt ends at the limits with which the run was started, unless others are given. Limits count from the start of the run.${SIGNALS_HELP}${EXIT_CODES_HELP}${GOAL_HELP}`,
    )
    .action((folder: string, flags: ResumeFlags) => resume(folder, flags));

  withExperimentFlags(
    program.command('sweep').description('try values of one or two settings, each with several seeds'),
  )
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
    .option('--queue <url>', QUEUE_HELP)
    .option('--json', 'print one line of JSON per run')
    .option('--csv', 'print a table of all runs at the end')
    .addHelpText(
      'after',
      `\nSome presets define a sweep: try gaitlab sweep optimizers-race.\nCtrl-C ends it after the current generation and prints the finished runs, with exit code 130; a second Ctrl-C ends it at once.${EXIT_CODES_HELP}.`,
    )
    .action((source: string, flags: SweepFlags) => sweep(source, flags));

  program
    .command('worker')
    .description('evaluate for runs on other machines, which share a queue on a Redis or Valkey server')
    .requiredOption('--queue <url>', URL_HELP)
    .option('--threads <number>', 'number of threads (default: one per core, at most 16)', inRange(1, 256))
    .option('--name <name>', "name of this worker in messages (default: the machine's name)")
    .addHelpText(
      'after',
      '\nStart it before or after the runs, on any number of machines; it may join and leave at any time. All need the same version of\ngaitlab. GAITLAB_QUEUE_PASSWORD holds the password if the URL has none. Ctrl-C ends it after its batches.',
    )
    .action((flags: WorkerFlags) => worker(flags));

  program
    .command('status')
    .description('list the runs and workers of a queue, with their speed and the time left')
    .requiredOption('--queue <url>', URL_HELP)
    .option('--json', 'print JSON: runs, workers, and how many batches wait and are in work')
    .action((flags: StatusFlags) => status(flags));
}
