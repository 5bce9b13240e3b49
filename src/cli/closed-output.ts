import { storageTrouble } from './durable.ts';

/** What a shell reports of a program that wrote to a closed pipe: 128 and the number of SIGPIPE. */
const PIPE_CODE = 141;

/**
 * Ends the program quietly when what reads its output has ended (as `head` does), and with one sentence when its output cannot
 * be written. A run that is kept in a folder can be gone on with.
 */
export function endWithOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(PIPE_CODE);
    console.error(`gaitlab: the output cannot be written: ${storageTrouble(error)}`);
    process.exit(1);
  });
  // Notes that nobody reads are no reason to end.
  process.stderr.on('error', () => {});
}
