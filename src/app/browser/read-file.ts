import { checkFileSize } from '../../format/file-size.ts';

/** The bytes of a file that the viewer chose or dropped. Rejects with an Error that names it when it is too large or unreadable. */
export async function readFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<Uint8Array<ArrayBuffer>> {
  checkFileSize(file.size, file.name);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(`${file.name} cannot be read: is it a folder, or was it moved meanwhile?`);
  }
}

/** The bytes of a response. Rejects, while they arrive, with an Error that starts with `source` when they are too many. */
export async function readResponse(response: Response, source: string): Promise<Uint8Array<ArrayBuffer>> {
  checkFileSize(Number(response.headers.get('content-length') ?? 0), source);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let reader = response.body?.getReader(); reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    checkFileSize(length, source);
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
