import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync } from 'node:fs';
import type { PictureSize } from '../export/size.ts';
import { UserError } from './user-error.ts';

/** Colour space of screens, set explicitly because players otherwise guess. */
const COLOURS = [
  ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-pix_fmt', 'yuv420p', '-colorspace', 'bt709'],
  ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
];

const CODECS = {
  mp4: ['-c:v', 'libx264', '-preset', 'medium', '-crf', '18', '-movflags', '+faststart'],
  webm: ['-c:v', 'libvpx-vp9', '-crf', '30', '-b:v', '0', '-cpu-used', '4', '-row-mt', '1'],
};

/** A video being written. */
export interface Video {
  add(pixels: Uint8ClampedArray): Promise<void>;
  /** Resolves when the complete file is at its final path. */
  finish(): Promise<void>;
}

/** Opens a video encoded by ffmpeg. Throws a UserError when ffmpeg is not on the PATH or fails. */
export async function openVideo(
  file: string,
  kind: keyof typeof CODECS,
  size: PictureSize,
  fps: number,
): Promise<Video> {
  const unfinished = `${file}.unfinished`;
  const input = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgba',
    '-s',
    `${size.width}x${size.height}`,
    '-r',
    String(fps),
    '-i',
    '-',
  ];
  const flags = [
    '-hide_banner',
    '-loglevel',
    'error',
    '-y',
    ...input,
    '-an',
    ...COLOURS,
    ...CODECS[kind],
    '-f',
    kind,
    unfinished,
  ];
  const ffmpeg = spawn('ffmpeg', flags, { stdio: ['pipe', 'ignore', 'pipe'] });
  let stderrText = '';
  ffmpeg.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderrText += text;
  });
  // A failure of ffmpeg is reported by its exit code; the error of a broken pipe says less.
  ffmpeg.stdin.on('error', () => {});
  const closed = new Promise<number | null>((resolve) => ffmpeg.once('close', resolve));
  await once(ffmpeg, 'spawn').catch(() => {
    throw new UserError(
      `${kind.toUpperCase()} needs ffmpeg, which is not on the PATH; --to ${file.replace(/\w+$/, 'gif')} works without it`,
    );
  });
  return {
    async add(pixels) {
      // A copy, because the canvas draws the next picture before this one is written.
      if (!ffmpeg.stdin.write(Uint8Array.from(pixels))) await Promise.race([once(ffmpeg.stdin, 'drain'), closed]);
    },
    async finish() {
      ffmpeg.stdin.end();
      if ((await closed) === 0) {
        renameSync(unfinished, file);
        return;
      }
      rmSync(unfinished, { force: true });
      throw new UserError(
        `ffmpeg could not write ${file}: ${stderrText.trim().split('\n').at(-1) ?? 'it ended early'}`,
      );
    },
  };
}
