import {
  BufferTarget,
  CanvasSource,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  QUALITY_VERY_HIGH,
  WebMOutputFormat,
} from 'mediabunny';
import type { PictureSize } from '../../../export/size.ts';

const KINDS = {
  mp4: { codec: 'avc', format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }) },
  webm: { codec: 'vp9', format: () => new WebMOutputFormat() },
} as const;

export type VideoKind = keyof typeof KINDS;

/** Whether this browser can encode such a video. */
export const canEncode = (kind: VideoKind, size: PictureSize): Promise<boolean> =>
  canEncodeVideo(KINDS[kind].codec, { ...size, bitrate: QUALITY_VERY_HIGH });

/** A video under way: its frames are what is on the canvas. */
export interface Video {
  /** Done when there is room for the next. */
  add(): Promise<void>;
  finish(): Promise<ArrayBuffer>;
  cancel(): Promise<void>;
}

export async function openVideo(kind: VideoKind, canvas: HTMLCanvasElement, fps: number): Promise<Video> {
  const { codec, format } = KINDS[kind];
  const target = new BufferTarget();
  const output = new Output({ format: format(), target });
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_VERY_HIGH });
  output.addVideoTrack(source, { frameRate: fps });
  await output.start();
  let count = 0;
  return {
    add: () => source.add(count++ / fps, 1 / fps),
    async finish() {
      await output.finalize();
      if (target.buffer === null) throw new Error('the encoder gave nothing');
      return target.buffer;
    },
    cancel: () => output.cancel(),
  };
}
