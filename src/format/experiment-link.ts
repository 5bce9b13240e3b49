import { SECTIONS } from '../run/amendments.ts';
import { changedSettings, defaultsFor } from '../run/defaults.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment, SettingValue } from '../run/experiment-schema.ts';
import { COLOUR_KEY, colourFault } from './link-colour.ts';
import { keyFault } from './link-keys.ts';
import { candidateTexts, linkChecksum } from './link-text.ts';
import { startFromPairs, startToPairs } from './start-link.ts';

/** Sections of an experiment that have a name, and all sections whose settings are written by path, as in `task.difficulty`. */
const NAMED_SECTIONS = ['task', 'brain', 'optimizer'] as const;
const LINK_SECTIONS = [...NAMED_SECTIONS, 'run', 'start'] as const;
type LinkSection = (typeof LINK_SECTIONS)[number];
const isNamed = (section: LinkSection): section is (typeof NAMED_SECTIONS)[number] =>
  NAMED_SECTIONS.some((each) => each === section);

/** Maximum length of a link, characters: one that starts from the largest brain. No browser accepts more. */
const MAX_LENGTH = 2_000_000;

/** A value as plain text, or as `~` and JSON if the plain text would be ambiguous. */
function valueToText(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) {
    return value.length > 1 ? value.join(',') : `${value.join(',')},`;
  }
  if (typeof value === 'string' && !value.startsWith('~') && valueFromText(value) === value) return value;
  return `~${JSON.stringify(value)}`;
}

function valueFromText(text: string): unknown {
  if (text.startsWith('~')) return JSON.parse(text.slice(1));
  if (text === 'true' || text === 'false') return text === 'true';
  const number = (each: string) => (/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(each) ? Number(each) : Number.NaN);
  if (/^[-+.,\deE]*,[-+.,\deE]*$/.test(text)) {
    const numbers = text.replace(/,$/, '').split(',').filter(Boolean).map(number);
    if (!numbers.some(Number.isNaN)) return numbers;
  }
  const single = number(text);
  return Number.isNaN(single) ? text : single;
}

/** Escapes only the characters that are not safe in a URL, so that the link stays legible. */
const escapeValue = (text: string) => encodeURIComponent(text).replace(/%(2C|3A|40|24|7E)/g, decodeURIComponent);

/** The URL hash of an experiment: body, task, seed, and every setting that differs from its default; with the creature's colour. */
export function experimentToHash(experiment: Experiment, colour?: string): string {
  const defaults = defaultsFor(experiment);
  const standard = parseExperiment({});
  const pairs: [string, unknown][] = [['body', experiment.body]];
  for (const section of NAMED_SECTIONS) {
    const { name } = experiment[section];
    if (section === 'task' || name !== standard[section].name) pairs.push([section, name]);
  }
  pairs.push(['seed', experiment.seed]);
  for (const section of SECTIONS) {
    for (const [key, value] of changedSettings(experiment, section, defaults)) pairs.push([`${section}.${key}`, value]);
  }
  for (const [key, value] of experiment.start ? startToPairs(experiment.start) : [])
    pairs.push([`start.${key}`, value]);
  if (experiment.title !== '') pairs.push(['title', experiment.title]);
  if (experiment.amendments.length > 0) pairs.push(['amendments', experiment.amendments]);
  const texts = pairs.map(([key, value]) => `${key}=${escapeValue(valueToText(value))}`);
  if (colour !== undefined) texts.push(`${COLOUR_KEY}=${colour}`);
  return `#${texts.join('&')}`;
}

/** The key of a link's checksum. It comes first, so that a link that was cut short is detected. */
const CHECKSUM_KEY = 'check=';

const unescapePair = (pair: string) => {
  try {
    return decodeURIComponent(pair);
  } catch {
    return pair;
  }
};

const checksumOf = (text: string) => linkChecksum(text.split('&').filter(Boolean).map(unescapePair));

/** As `experimentToHash`, with a checksum in front: for shared links, which may be cut short or changed. */
export function experimentToSharedHash(experiment: Experiment, colour?: string): string {
  // Programs often treat punctuation at the end of a link as part of the sentence.
  const text = experimentToHash(experiment, colour)
    .slice(1)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/\.$/, '%2E');
  return `#${CHECKSUM_KEY}${checksumOf(text)}&${text}`;
}

/**
 * Reads the experiment from a link; undefined when the link has none. Removes what was added where the link was pasted:
 * punctuation, trackers, one layer of escaping. Throws an Error that says what is wrong with the link.
 */
export function experimentFromHash(hash: string): Experiment | undefined {
  if (hash.length > MAX_LENGTH)
    throw new Error(`This link is too long: ${hash.length} characters, the maximum is ${MAX_LENGTH}`);
  let fault: unknown;
  for (const text of candidateTexts(hash)) {
    if (text === '') return undefined;
    try {
      return experimentFromText(verifyChecksum(text));
    } catch (error) {
      fault ??= error;
    }
  }
  throw fault;
}

/** Verifies the checksum, if there is one, and returns the text after it. Throws an Error when they do not match. */
function verifyChecksum(text: string): string {
  if (!text.startsWith(CHECKSUM_KEY)) return text;
  const end = `${text}&`.indexOf('&');
  const rest = text.slice(end + 1);
  if (text.slice(CHECKSUM_KEY.length, end) === checksumOf(rest)) return rest;
  throw new Error(
    `This link was cut or changed after it was made. Ask for it again, or remove ${text.slice(0, end).slice(0, 40)} from it if you changed it yourself`,
  );
}

function experimentFromText(text: string): Experiment {
  const fields: [string, unknown][] = [];
  const sections = new Map<LinkSection, [string, unknown][]>();
  for (const pair of text.split('&').filter(Boolean)) {
    const cut = pair.indexOf('=');
    if (cut < 1) throw new Error(`This link contains "${pair.slice(0, 40)}", which is not a setting`);
    if (pair.slice(0, cut) === COLOUR_KEY) {
      const fault = colourFault(pair.slice(cut + 1));
      if (fault !== '') throw new Error(`This link: ${fault}`);
      continue;
    }
    const [key, value] = [pair.slice(0, cut), decodeValue(pair.slice(cut + 1), pair.slice(0, cut))];
    const dot = key.indexOf('.');
    const section = LINK_SECTIONS.find((each) => each === (dot < 0 ? key : key.slice(0, dot)));
    if (section === undefined || (!isNamed(section) && dot < 0)) {
      const fault = keyFault(key);
      if (fault !== '') throw new Error(`This link: ${fault}`);
      fields.push([key, value]);
      continue;
    }
    const entries = sections.get(section) ?? [];
    sections.set(section, entries);
    entries.push([dot < 0 ? 'name' : key.slice(dot + 1), value]);
  }
  const standard = parseExperiment({});
  for (const [section, entries] of sections) {
    const name: [string, unknown][] = isNamed(section) ? [['name', standard[section].name]] : [];
    fields.push([section, section === 'start' ? startFromPairs(entries) : Object.fromEntries([...name, ...entries])]);
  }
  return parseExperiment(Object.fromEntries(fields), 'This link');
}

function decodeValue(text: string, key: string): SettingValue {
  try {
    return valueFromText(decodeURIComponent(text)) as SettingValue;
  } catch {
    throw new Error(`This link: ${key.slice(0, 40)} cannot be read; the link may have been cut short`);
  }
}
