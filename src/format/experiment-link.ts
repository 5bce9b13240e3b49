import { SECTIONS } from '../run/amendments.ts';
import { changedSettings, defaultsFor } from '../run/defaults.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment, SettingValue } from '../run/experiment-schema.ts';
import { keyFault } from './link-keys.ts';
import { checkOf, readingsOf } from './link-text.ts';
import { startFromPairs, startToPairs } from './start-link.ts';

/** Sections of an experiment that have a name, and all sections whose settings are given by path. */
const NAMED = ['task', 'brain', 'optimizer'] as const;
const ROOMS = [...NAMED, 'run', 'start'] as const;
type Room = (typeof ROOMS)[number];
const isNamed = (room: Room): room is (typeof NAMED)[number] => NAMED.some((each) => each === room);

/** Maximum length of a link, characters: one that starts from the largest brain. No browser accepts more. */
const MOST = 2_000_000;

/** A value as plain text, or `~` and JSON if the plain text would be ambiguous. */
function written(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) {
    return value.length > 1 ? value.join(',') : `${value.join(',')},`;
  }
  if (typeof value === 'string' && !value.startsWith('~') && read(value) === value) return value;
  return `~${JSON.stringify(value)}`;
}

function read(text: string): unknown {
  if (text.startsWith('~')) return JSON.parse(text.slice(1));
  if (text === 'true' || text === 'false') return text === 'true';
  const number = (each: string) => (/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(each) ? Number(each) : Number.NaN);
  if (/^[-+.,\deE]*,[-+.,\deE]*$/.test(text)) {
    const numbers = text.replace(/,$/, '').split(',').filter(Boolean).map(number);
    if (!numbers.some(Number.isNaN)) return numbers;
  }
  const alone = number(text);
  return Number.isNaN(alone) ? text : alone;
}

/** Escapes only the characters that are not safe in a URL, so that it stays legible. */
const escaped = (text: string) => encodeURIComponent(text).replace(/%(2C|3A|40|24|7E)/g, decodeURIComponent);

/** The URL hash of an experiment: body, task, seed, and every setting that differs from its default. */
export function experimentToHash(experiment: Experiment): string {
  const defaults = defaultsFor(experiment);
  const unnamed = parseExperiment({});
  const pairs: [string, unknown][] = [['body', experiment.body]];
  for (const room of NAMED) {
    if (room === 'task' || experiment[room].name !== unnamed[room].name) pairs.push([room, experiment[room].name]);
  }
  pairs.push(['seed', experiment.seed]);
  for (const section of SECTIONS) {
    for (const [key, value] of changedSettings(experiment, section, defaults)) pairs.push([`${section}.${key}`, value]);
  }
  for (const [key, value] of experiment.start ? startToPairs(experiment.start) : [])
    pairs.push([`start.${key}`, value]);
  if (experiment.title !== '') pairs.push(['title', experiment.title]);
  if (experiment.amendments.length > 0) pairs.push(['amendments', experiment.amendments]);
  return `#${pairs.map(([key, value]) => `${key}=${escaped(written(value))}`).join('&')}`;
}

/** The key of a link's checksum. It comes first, so that a link that was cut short is detected. */
const CHECK = 'check=';

const decoded = (pair: string) => {
  try {
    return decodeURIComponent(pair);
  } catch {
    return pair;
  }
};

const checkFor = (text: string) => checkOf(text.split('&').filter(Boolean).map(decoded));

/** As `experimentToHash`, with a checksum in front: for shared links, which may be cut short or changed. */
export function experimentToSharedHash(experiment: Experiment): string {
  // Programs often treat punctuation at the end of a link as part of the sentence.
  const text = experimentToHash(experiment)
    .slice(1)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/\.$/, '%2E');
  return `#${CHECK}${checkFor(text)}&${text}`;
}

/**
 * Reads the experiment from a link; undefined when the link has none. Removes what was added where the link was pasted:
 * punctuation, trackers, one layer of escaping. Throws an Error that says what is wrong with the link.
 */
export function experimentFromHash(hash: string): Experiment | undefined {
  if (hash.length > MOST)
    throw new Error(`This link has ${hash.length} letters, none of Gaitlab's has more than ${MOST}`);
  let fault: unknown;
  for (const text of readingsOf(hash)) {
    if (text === '') return undefined;
    try {
      return experimentFromText(checked(text));
    } catch (error) {
      fault ??= error;
    }
  }
  throw fault;
}

/** Verifies the checksum, if there is one, and returns the text after it. Throws an Error when they do not match. */
function checked(text: string): string {
  if (!text.startsWith(CHECK)) return text;
  const end = `${text}&`.indexOf('&');
  const rest = text.slice(end + 1);
  if (text.slice(CHECK.length, end) === checkFor(rest)) return rest;
  throw new Error(
    `This link was cut or changed after it was made. Ask for it again, or remove ${text.slice(0, end).slice(0, 40)} from it if you changed it yourself`,
  );
}

function experimentFromText(text: string): Experiment {
  const whole: [string, unknown][] = [];
  const rooms = new Map<Room, [string, unknown][]>();
  for (const pair of text.split('&').filter(Boolean)) {
    const cut = pair.indexOf('=');
    if (cut < 1) throw new Error(`This link has "${pair.slice(0, 40)}" in it, which is no setting`);
    const [key, value] = [pair.slice(0, cut), valueIn(pair.slice(cut + 1), pair.slice(0, cut))];
    const dot = key.indexOf('.');
    const room = ROOMS.find((each) => each === (dot < 0 ? key : key.slice(0, dot)));
    if (room === undefined || (!isNamed(room) && dot < 0)) {
      const fault = keyFault(key);
      if (fault !== '') throw new Error(`This link: ${fault}`);
      whole.push([key, value]);
      continue;
    }
    const entries = rooms.get(room) ?? [];
    rooms.set(room, entries);
    entries.push([dot < 0 ? 'name' : key.slice(dot + 1), value]);
  }
  const unnamed = parseExperiment({});
  for (const [room, entries] of rooms) {
    const name: [string, unknown][] = isNamed(room) ? [['name', unnamed[room].name]] : [];
    whole.push([room, room === 'start' ? startFromPairs(entries) : Object.fromEntries([...name, ...entries])]);
  }
  return parseExperiment(Object.fromEntries(whole), 'This link');
}

function valueIn(text: string, key: string): SettingValue {
  try {
    return read(decodeURIComponent(text)) as SettingValue;
  } catch {
    throw new Error(`This link: ${key.slice(0, 40)} cannot be read, the link may have been cut short`);
  }
}
