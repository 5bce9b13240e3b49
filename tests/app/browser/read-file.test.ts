import { describe, expect, test, vi } from 'vitest';
import { readFile, readResponse } from '../../../src/app/browser/read-file.ts';
import { MAX_FILE_BYTES } from '../../../src/format/file-size.ts';

const TOO_LARGE = /^a\.gait is too large: \d+(\.\d)? MB, the maximum is 64 MB$/;

describe('a file that is chosen or dropped', () => {
  test('is read whole', async () => {
    expect(await readFile(new File(['ab', 'c'], 'a.gait'))).toEqual(Uint8Array.of(97, 98, 99));
  });

  test('is refused by its size before a byte of it is read', async () => {
    const arrayBuffer = vi.fn(async () => new ArrayBuffer(0));
    const file = (size: number) => readFile({ name: 'a.gait', size, arrayBuffer });
    await expect(file(MAX_FILE_BYTES + 1)).rejects.toThrow(TOO_LARGE);
    await expect(file(700_000_000)).rejects.toThrow(/^a\.gait is too large: 700 MB/);
    expect(arrayBuffer).not.toHaveBeenCalled();
    await file(MAX_FILE_BYTES);
    expect(arrayBuffer).toHaveBeenCalledTimes(1);
  });

  test('is named when it cannot be read, as a folder', async () => {
    const arrayBuffer = () => Promise.reject(new DOMException('A requested file could not be found', 'NotFoundError'));
    await expect(readFile({ name: 'runs', size: 4096, arrayBuffer })).rejects.toThrow(
      'runs cannot be read: is it a folder, or was it moved meanwhile?',
    );
  });
});

describe('a file that is fetched', () => {
  const MEGABYTE = new Uint8Array(1_000_000);
  /** A response of so many megabytes, and how many of them were asked for. */
  function megabytes(count: number, headers: Record<string, string> = {}) {
    const asked = { count: 0 };
    const body = new ReadableStream({
      pull(controller) {
        if (asked.count === count) return controller.close();
        asked.count++;
        controller.enqueue(MEGABYTE);
      },
    });
    return { asked, response: new Response(body, { headers }) };
  }

  test('is read whole, and may be empty', async () => {
    expect(await readResponse(new Response('abc'), 'a.gait')).toEqual(Uint8Array.of(97, 98, 99));
    expect(await readResponse(new Response(null), 'a.gait')).toHaveLength(0);
    expect(await readResponse(megabytes(3).response, 'a.gait')).toHaveLength(3_000_000);
  });

  test('is refused by the size that its server names, or once it has sent too much', async () => {
    const told = megabytes(700, { 'content-length': '700000000' });
    await expect(readResponse(told.response, 'a.gait')).rejects.toThrow(TOO_LARGE);
    expect(told.asked.count).toBeLessThan(3);
    const silent = megabytes(700);
    await expect(readResponse(silent.response, 'a.gait')).rejects.toThrow(TOO_LARGE);
    expect(silent.asked.count).toBeLessThan(70);
  });
});
