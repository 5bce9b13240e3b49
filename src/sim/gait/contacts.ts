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

/** Share of frames for which `test` holds of the number of feet down; 0 of no frames. */
export function shareOfFrames(
  rows: readonly ContactRow[],
  frameCount: number,
  test: (down: number) => boolean,
): number {
  /** Frames with so many feet down. */
  const framesWith = new Int32Array(rows.length + 1);
  for (let t = 0; t < frameCount; t++) {
    let down = 0;
    for (let leg = 0; leg < rows.length; leg++) down += rows[leg]![t]!;
    framesWith[down]!++;
  }
  const count = framesWith.reduce((sum, frames, down) => (test(down) ? sum + frames : sum), 0);
  return frameCount > 0 ? count / frameCount : 0;
}

/** Share of frames in which a foot is down: its duty factor. */
export function dutyFactor(row: ContactRow): number {
  let down = 0;
  for (let t = 0; t < row.length; t++) down += row[t]!;
  return row.length > 0 ? down / row.length : 0;
}
