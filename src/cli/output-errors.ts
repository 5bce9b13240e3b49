import { describeStorageError } from './atomic-file.ts';
import { printError } from './print.ts';

/** Exit code that a shell reports for a program that wrote to a closed pipe: 128 plus the number of SIGPIPE. */
const PIPE_CODE = 141;

/**
 * Ends the program silently when the reader of its output has exited (as `head` does), and with one sentence when its
 * output cannot be written. A run stored in a folder can be resumed.
 */
export function exitOnOutputError(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(PIPE_CODE);
    printError(`the output cannot be written: ${describeStorageError(error)}`);
    process.exit(1);
  });
  // A closed stderr does not end the program.
  process.stderr.on('error', () => {});
}
