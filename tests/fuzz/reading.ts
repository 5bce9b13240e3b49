import { expect } from 'vitest';
import type { Format } from './formats.ts';

/** Maximum time to refuse a file, ms of processor time. */
const LONGEST = 1000;

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What a reader makes of an input; fails where it is neither loaded nor refused in a sentence, soon and untouched. */
export function readOnce({ read }: Pick<Format, 'read'>, input: string | Uint8Array): 'refused' | 'loaded' {
  const kept = typeof input === 'string' ? input : input.slice();
  const started = processorTime();
  let result: 'refused' | 'loaded' = 'loaded';
  try {
    read(input, 'a.gait');
  } catch (error) {
    result = 'refused';
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    expect(error.message).toMatch(/^(a\.gait|This link|The pasted text)[ ,:].{8,500}$/s);
  }
  const time = processorTime() - started;
  if (time > LONGEST) throw new Error(`took ${time.toFixed(0)} ms`);
  if (Buffer.compare(Buffer.from(input), Buffer.from(kept)) !== 0) throw new Error('its input was changed');
  return result;
}
