import { SECTIONS } from '../run/amendments.ts';
import { changedSettings, defaultsFor } from '../run/defaults.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment, SettingValue } from '../run/experiment-schema.ts';
import { startFromPairs, startToPairs } from './start-link.ts';

/** Rooms that have a name of their own, and those whose settings go by path. */
const NAMED = ['task', 'brain', 'optimizer'] as const;
const ROOMS = [...NAMED, 'run', 'start'] as const;
type Room = (typeof ROOMS)[number];
const isNamed = (room: Room): room is (typeof NAMED)[number] => NAMED.some((each) => each === room);

/** Characters of the longest link there is: with the largest brain to begin with. No browser passes on more. */
const MOST = 2_000_000;

/** A value as people would write it; whatever that could be mistaken for something else goes as JSON behind a `~`. */
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

/** Legible in an address, and safe in one: only what would break it is escaped. */
const escaped = (text: string) => encodeURIComponent(text).replace(/%(2C|3A|40|24|7E)/g, decodeURIComponent);

/** The hash of a link: body, task and seed always, and whatever else differs from the defaults. */
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

/** The experiment that a link names; undefined when it names none. Throws an Error that says what is wrong with it. */
export function experimentFromHash(hash: string): Experiment | undefined {
  const text = hash.replace(/^#/, '');
  if (text === '') return undefined;
  if (text.length > MOST)
    throw new Error(`This link has ${text.length} letters, none of Gaitlab's has more than ${MOST}`);
  const whole: [string, unknown][] = [];
  const rooms = new Map<Room, [string, unknown][]>();
  for (const pair of text.split('&').filter(Boolean)) {
    const cut = pair.indexOf('=');
    if (cut < 1) throw new Error(`This link has "${pair.slice(0, 40)}" in it, which is no setting`);
    const [key, value] = [pair.slice(0, cut), valueIn(pair.slice(cut + 1), pair.slice(0, cut))];
    const dot = key.indexOf('.');
    const room = ROOMS.find((each) => each === (dot < 0 ? key : key.slice(0, dot)));
    if (room === undefined || (!isNamed(room) && dot < 0)) {
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
