/** Whether a foot is down, frame by frame: 1 or 0. */
export type ContactRow = Uint8Array;

/** Closes runs of one value that are shorter than `shortest` frames. The first and the last run stay: their length is unknown. */
function closeRuns(row: ContactRow, value: 0 | 1, shortest: number): void {
  let from = 0;
  while (from < row.length) {
    let to = from;
    while (to < row.length && row[to] === row[from]) to++;
    const isInside = from > 0 && to < row.length;
    if (row[from] === value && isInside && to - from < shortest) row.fill(1 - value, from, to);
    from = to;
  }
}

/**
 * Contacts without chatter: first gaps, then touches of less than `shortest` frames are closed. Contacts of a simulated foot
 * flicker for 2 or 3 frames, which would count as steps.
 */
export function closed(row: ContactRow, shortest: number): ContactRow {
  const result = row.slice();
  closeRuns(result, 0, shortest);
  closeRuns(result, 1, shortest);
  return result;
}

/** Frames at which a foot comes down after a frame in the air. */
export function footfallsOf(row: ContactRow): number[] {
  const frames: number[] = [];
  for (let t = 1; t < row.length; t++) if (row[t] === 1 && row[t - 1] === 0) frames.push(t);
  return frames;
}

/** Share of frames with at least `least` and at most `most` feet down; 0 of no frames. */
export function shareOfFrames(rows: readonly ContactRow[], frameCount: number, least: number, most: number): number {
  const down = new Uint8Array(frameCount);
  for (const row of rows) addRow(down, row);
  return frameCount > 0 ? countBetween(down, least, most) / frameCount : 0;
}

function addRow(down: Uint8Array, row: ContactRow): void {
  for (let t = 0; t < down.length; t++) down[t]! += row[t]!;
}

function countBetween(down: Uint8Array, least: number, most: number): number {
  let count = 0;
  for (let t = 0; t < down.length; t++) if (down[t]! >= least && down[t]! <= most) count++;
  return count;
}

/** Share of frames in which a foot is down: its duty factor. */
export function dutyFactor(row: ContactRow): number {
  let down = 0;
  for (let t = 0; t < row.length; t++) down += row[t]!;
  return row.length > 0 ? down / row.length : 0;
}
