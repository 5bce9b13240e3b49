import { columns, type Row } from '../../../src/app/session/history.ts';

/** A generation with these signs and otherwise zeros. */
export const row = (generation: number, some: Partial<Row> = {}): Row => ({
  ...(Object.fromEntries(columns.map((name) => [name, 0])) as unknown as Row),
  generation,
  ...some,
});
