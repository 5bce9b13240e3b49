import { storageTrouble } from './durable.ts';

/** Exit code that a shell reports for a program that wrote to a closed pipe: 128 plus the number of SIGPIPE. */
const PIPE_CODE = 141;

/**
 * Ends the program silently when the reader of its output has exited (as `head` does), and with one sentence when its
 * output cannot be written. A run stored in a folder can be resumed.
 */
export function endWithOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(PIPE_CODE);
    console.error(`gaitlab: the output cannot be written: ${storageTrouble(error)}`);
    process.exit(1);
  });
  // A closed stderr does not end the program.
  process.stderr.on('error', () => {});
}
