import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

/** A line a generation, in a file that only grows. */
export interface RunLog {
  add(line: object): void;
  /** Writes what is not written yet. Throws the system's error, with the rest kept for the next time. */
  flush(): void;
  /** Waits until all of it is on disk. Throws the system's error. */
  settle(): void;
  close(): void;
}

/** Bytes of the whole lines before the first that is of `generation` or later, or that was torn. */
function lengthUpTo(file: string, generation: number): number {
  let text: Buffer;
  try {
    text = readFileSync(file);
  } catch {
    return 0;
  }
  let length = 0;
  for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, length)) {
    try {
      const line = JSON.parse(text.toString('utf8', length, end)) as { generation?: unknown };
      if (!(typeof line.generation === 'number' && line.generation < generation)) break;
    } catch {
      break;
    }
    length = end + 1;
  }
  return length;
}

/** The log of a run that goes on with `generation`: later lines are cut off, so that none is doubled. */
export function openRunLog(file: string, generation: number): RunLog {
  let length = lengthUpTo(file, generation);
  const descriptor = openSync(file, length > 0 ? 'r+' : 'w');
  ftruncateSync(descriptor, length);
  let waiting: Buffer[] = [];
  let isSettling = false;
  let isClosed = false;

  /** To disk while the next generation is lived; one such wait at a time covers all that came meanwhile. */
  function settleMeanwhile(): void {
    if (isSettling) return;
    isSettling = true;
    fdatasync(descriptor, () => {
      isSettling = false;
      if (isClosed) closeSync(descriptor);
    });
  }

  return {
    add(line) {
      waiting.push(Buffer.from(`${JSON.stringify(line)}\n`));
    },
    flush() {
      const bytes = Buffer.concat(waiting);
      // At its place in the file, so that a line which was written in part is written over.
      for (let done = 0; done < bytes.length; )
        done += writeSync(descriptor, bytes, done, bytes.length - done, length + done);
      length += bytes.length;
      waiting = [];
      settleMeanwhile();
    },
    settle: () => fdatasyncSync(descriptor),
    close() {
      isClosed = true;
      if (!isSettling) closeSync(descriptor);
    },
  };
}
