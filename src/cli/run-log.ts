import { closeSync, fdatasync, fdatasyncSync, fstatSync, ftruncateSync, lstatSync, readSync, writeSync } from 'node:fs';
import { writeAtomically } from './atomic-file.ts';
import { openPlainFile } from './plain-file.ts';

/** An append-only file with one line of JSON per generation. */
export interface RunLog {
  add(line: object): void;
  /** Writes the pending lines. Throws the system's error; the remaining lines are written at the next call. */
  flush(): void;
  /** Waits until all written lines are on disk. Throws the system's error. */
  sync(): void;
  /** Marks all lines written as covered by a checkpoint; withdraw no longer removes them. */
  markSaved(): void;
  /** Moves the lines that no checkpoint covers from the file back to memory, to free space for a checkpoint. */
  withdraw(): void;
  close(): void;
}

function contentOf(descriptor: number): Buffer {
  const content = Buffer.alloc(fstatSync(descriptor).size);
  let length = 0;
  for (let read = -1; read !== 0 && length < content.length; length += read)
    read = readSync(descriptor, content, length, content.length - length, length);
  return content.subarray(0, length);
}

/** Length in bytes of the complete lines before the first line that is incomplete or belongs to `generation` or later. */
function lengthUpTo(text: Buffer, generation: number): number {
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

/**
 * True if the path still leads to the open file and is its only name: writing would also change the file under a second
 * name.
 */
function isStillAt(file: string, descriptor: number): boolean {
  const [there, open] = [lstatSync(file, { throwIfNoEntry: false }), fstatSync(descriptor)];
  return there !== undefined && there.ino === open.ino && there.dev === open.dev && open.nlink === 1;
}

/**
 * Opens the log of a run that continues at `generation`; cuts off later lines, so that no line appears twice. If the
 * file is removed, moved or gets a second name during the run, its content is written to a new file at the same path.
 */
export function openRunLog(file: string, generation: number): RunLog {
  let descriptor = openPlainFile(file);
  /** Length in bytes of the lines that a checkpoint covers. */
  let saved = lengthUpTo(contentOf(descriptor), generation);
  /** The lines after `saved`; their first `written` bytes are in the file. */
  let pending = Buffer.alloc(0);
  let written = 0;
  let isSyncing = false;
  let isClosed = false;
  if (isStillAt(file, descriptor)) ftruncateSync(descriptor, saved);

  function closeWhenSynced(old: number): void {
    if (!isSyncing) closeSync(old);
  }

  /** Syncs during the next generation; only one sync runs at a time. */
  function syncMeanwhile(): void {
    if (isSyncing) return;
    isSyncing = true;
    const synced = descriptor;
    fdatasync(synced, () => {
      isSyncing = false;
      if (isClosed || synced !== descriptor) closeSync(synced);
    });
  }

  function reopen(): void {
    if (isStillAt(file, descriptor)) return;
    writeAtomically(file, contentOf(descriptor).subarray(0, saved + written));
    const old = descriptor;
    descriptor = openPlainFile(file);
    closeWhenSynced(old);
  }

  return {
    add(line) {
      pending = Buffer.concat([pending, Buffer.from(`${JSON.stringify(line)}\n`)]);
    },
    flush() {
      reopen();
      // Written at a fixed position, so that a partly written line is overwritten.
      while (written < pending.length)
        written += writeSync(descriptor, pending, written, pending.length - written, saved + written);
      syncMeanwhile();
    },
    sync: () => fdatasyncSync(descriptor),
    markSaved() {
      saved += written;
      pending = pending.subarray(written);
      written = 0;
    },
    withdraw() {
      ftruncateSync(descriptor, saved);
      written = 0;
    },
    close() {
      isClosed = true;
      closeWhenSynced(descriptor);
    },
  };
}
