/** Size of a picture, pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Available sizes, pixels. */
export const SIZES = ['640x360', '1280x720', '720x720', '1920x1080'] as const;

const SMALLEST = 64;
const LARGEST = 4096;

/** Parses a size such as `1280x720`. Sides must be even, as video codecs require. Throws an Error that says what is wrong. */
export function parseSize(text: string): PictureSize {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text)?.map(Number) ?? [];
  if (width === undefined || height === undefined) throw new Error(`a size is as in 1280x720, not "${text}"`);
  for (const side of [width, height]) {
    if (side < SMALLEST || side > LARGEST || side % 2 !== 0)
      throw new Error(`a side has an even number of pixels from ${SMALLEST} to ${LARGEST}, not ${side}`);
  }
  return { width, height };
}
