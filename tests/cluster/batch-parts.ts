import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BatchDocument } from '../../src/cluster/batch-document.ts';
import type { BatchHead } from '../../src/cluster/batch-head.ts';

const partsOf = ({ episodes }: BatchDocument) => {
  const bytes = Buffer.from(episodes, 'base64');
  const end = 4 + bytes.readUInt32LE();
  return { head: bytes.subarray(4, end), rest: bytes.subarray(end) };
};

export const headOf = (document: BatchDocument): BatchHead => JSON.parse(`${inflateRawSync(partsOf(document).head)}`);

/** A batch whose head has other parts, or is another text. */
export function withHead(document: BatchDocument, change: object | string): BatchDocument {
  const text = typeof change === 'string' ? change : JSON.stringify({ ...headOf(document), ...change });
  const head = deflateRawSync(text);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return { ...document, episodes: Buffer.concat([size, head, partsOf(document).rest]).toString('base64') };
}
