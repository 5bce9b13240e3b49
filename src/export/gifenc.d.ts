declare module 'gifenc' {
  type Format = 'rgb565' | 'rgb444' | 'rgba4444';
  type Pixels = Uint8Array | Uint8ClampedArray;
  export function quantize(rgba: Pixels, maxColors: number, options?: { format?: Format }): number[][];
  export function applyPalette(rgba: Pixels, palette: number[][], format?: Format): Uint8Array;
  export function GIFEncoder(): {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { palette?: number[][]; delay?: number; repeat?: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
}
