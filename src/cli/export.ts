import { extname } from 'node:path';
import { coloursOf } from '../export/colours.ts';
import type { Timing } from '../export/schedule.ts';
import { sizeFrom } from '../export/size.ts';
import { strip } from '../export/strip.ts';
import { svgOf } from '../export/svg.ts';
import { csvOf, jsonOf, tableOf } from '../export/table.ts';
import { inProcess } from '../run/evaluator.ts';
import { type Relived, relive } from '../run/relive.ts';
import { storageTrouble, writeDurably } from './durable.ts';
import { Fault, orFault } from './fault.ts';
import { readReplay } from './files.ts';
import { type Film, gif, still, video } from './film.ts';

export interface ExportFlags extends Timing {
  to: string;
  size: string;
  at?: number;
  caption?: string | true;
  dark?: boolean;
}

/** What can be made, by the ending of its file. */
export const FORMATS = ['mp4', 'webm', 'gif', 'png', 'svg', 'csv', 'json'] as const;

type Format = (typeof FORMATS)[number];

function formatOf(file: string): Format {
  const ending = extname(file).slice(1).toLowerCase();
  const format = FORMATS.find((each) => each === ending);
  if (format === undefined)
    throw new Fault(`--to ${file}: it may end in ${FORMATS.map((each) => `.${each}`).join(', ')}`);
  return format;
}

function write(file: string, content: string | Uint8Array): void {
  try {
    writeDurably(file, content);
  } catch (error) {
    throw new Fault(`${file} cannot be written to: ${storageTrouble(error)}`);
  }
}

/** What is shown, in a line. */
const titleOf = ({ body, task, generation, distance }: Relived) =>
  `${body}, ${task}, generation ${generation}: ${distance.toFixed(2)} m`;

const doubtOf = ({ isRecorded, difference }: Relived) =>
  `not the same as when it was made, shown as it ${isRecorded ? 'was recorded' : 'goes now'}: ${difference}`;

/** Makes a film, a picture or a table of a replay's first test. */
export async function exportReplay(source: string, flags: ExportFlags): Promise<void> {
  const format = formatOf(flags.to);
  const size = orFault(() => sizeFrom(flags.size));
  const relived = await relive(readReplay(source), inProcess);
  const { recording, evaluation } = relived;
  const [title, fell] = [titleOf(relived), evaluation.ending === 'terminated'];
  if (!relived.verified) console.error(`gaitlab: ${doubtOf(relived)}`);
  const words = flags.caption === true ? title : (flags.caption ?? '');
  const film: Film = { recording, fell, size, caption: words, isDark: flags.dark === true, timing: flags };
  if (format === 'csv') write(flags.to, csvOf(tableOf(recording)));
  else if (format === 'json') write(flags.to, jsonOf(tableOf(recording), { title, ...evaluation }));
  else if (format === 'svg') {
    const { marks, frame } = strip(recording, size.width, coloursOf(film.isDark), words === '' ? title : words);
    write(flags.to, svgOf(marks, frame, title));
  } else if (format === 'png') write(flags.to, await still(film, flags.at));
  else if (format === 'gif') write(flags.to, await gif(film));
  else await video(film, flags.to, format);
  console.log(`${flags.to}: ${title}`);
}
