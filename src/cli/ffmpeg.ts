import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync } from 'node:fs';
import type { PictureSize } from '../export/size.ts';
import { Fault } from './fault.ts';

/** The colours as screens have them: without a word on it, players guess. */
const COLOURS = [
  ...['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-pix_fmt', 'yuv420p', '-colorspace', 'bt709'],
  ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
];

const CODECS = {
  mp4: ['-c:v', 'libx264', '-preset', 'medium', '-crf', '18', '-movflags', '+faststart'],
  webm: ['-c:v', 'libvpx-vp9', '-crf', '30', '-b:v', '0', '-cpu-used', '4', '-row-mt', '1'],
};

/** A video under way. */
export interface Video {
  add(pixels: Uint8ClampedArray): Promise<void>;
  /** Done when the whole file is there, under its name. */
  finish(): Promise<void>;
}

/** A video made by ffmpeg. Throws a Fault when there is none on the PATH, or when it gives up. */
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
  const words = [
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
  const ffmpeg = spawn('ffmpeg', words, { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  ffmpeg.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  // Its end is told by its exit code; a pipe that breaks before says less.
  ffmpeg.stdin.on('error', () => {});
  const closed = new Promise<number | null>((resolve) => ffmpeg.once('close', resolve));
  await once(ffmpeg, 'spawn').catch(() => {
    throw new Fault(
      `${kind.toUpperCase()} needs ffmpeg on the PATH, which is not there; --to ${file.replace(/\w+$/, 'gif')} does without`,
    );
  });
  return {
    async add(pixels) {
      // A copy: the canvas paints the next picture before this one is written.
      if (!ffmpeg.stdin.write(Uint8Array.from(pixels))) await Promise.race([once(ffmpeg.stdin, 'drain'), closed]);
    },
    async finish() {
      ffmpeg.stdin.end();
      if ((await closed) === 0) {
        renameSync(unfinished, file);
        return;
      }
      rmSync(unfinished, { force: true });
      throw new Fault(`ffmpeg could not write ${file}: ${complaint.trim().split('\n').at(-1) ?? 'it ended early'}`);
    },
  };
}
