import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { jsonSchema, SCHEMAS } from '../../src/cli/schema.ts';
import { experimentSchema } from '../../src/run/experiment.ts';

interface Schema {
  description?: string;
  const?: unknown;
  type?: string;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema | Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  definitions?: Record<string, Schema>;
}

/** Calls `visit` with every property of a schema, wherever it stands, and its path. */
function eachProperty(schema: Schema, visit: (path: string, property: Schema) => void, path = ''): void {
  const into = (inner: Schema | undefined, at: string) => inner && eachProperty(inner, visit, at);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    visit(`${path}.${key}`, property);
    into(property, `${path}.${key}`);
  }
  for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) into(inner, path);
  for (const inner of [schema.items ?? []].flat()) into(inner, `${path}[]`);
  for (const [name, inner] of Object.entries(schema.definitions ?? {})) into(inner, `${name}:`);
}

describe.each(SCHEMAS)('the JSON Schema of %s', (kind) => {
  test('says of every property what it means', () => {
    const [silent, told]: [string[], string[]] = [[], []];
    eachProperty(jsonSchema(kind), (path, { description = '', const: only }) => {
      // A constant says what it is by itself.
      if (only === undefined) (description.length > 4 ? told : silent).push(path);
    });
    expect(silent).toEqual([]);
    expect(told.length).toBeGreaterThan(3);
  });
});

describe('the JSON Schema of an experiment', () => {
  test('gives the range of every setting, which is that of the reader', () => {
    const ranges: [path: string, least: number, most: number][] = [];
    for (const section of ['task', 'brain', 'optimizer', 'run']) {
      const { properties = {} } = jsonSchema('experiment') as Schema;
      const { oneOf = [properties[section] as Schema] } = properties[section] as Schema;
      for (const { properties: settings = {} } of oneOf) {
        for (const [key, { type, minimum, maximum, description }] of Object.entries(settings)) {
          if (type !== 'number' && type !== 'integer') continue;
          expect([section, key, minimum, maximum, description]).toEqual([
            ...[section, key, expect.any(Number), expect.any(Number)],
            expect.stringMatching(/./),
          ]);
          const name = settings.name?.const;
          const at = (value: number) =>
            v.safeParse(experimentSchema, {
              ...(name === undefined ? {} : named(section, String(name))),
              [section]: { ...(name === undefined ? {} : { name }), [key]: value },
            });
          const [least, most] = [minimum as number, maximum as number];
          for (const outside of [least - 1, most + 1]) {
            const { issues = [] } = at(outside);
            expect([section, name, key, outside, issues.map(({ type }) => type)]).toEqual([
              ...[section, name, key, outside],
              expect.arrayContaining([expect.stringMatching(/^(min|max)_value$/)]),
            ]);
          }
          // Beside others the value may still be refused, as more parents than there are genomes are.
          for (const inside of [least, most]) {
            const { issues = [] } = at(inside);
            expect([key, inside, issues.filter(({ type }) => /^(min|max)_value$/.test(type))]).toEqual([
              key,
              inside,
              [],
            ]);
          }
          ranges.push([`${section}.${key}`, least, most]);
        }
      }
    }
    expect(ranges.length).toBeGreaterThan(80);
  });

  /** What else an experiment with this task, brain or optimizer must name. */
  const named = (section: string, name: string): object => {
    if (section === 'task' && name.startsWith('bipedal')) return { body: 'bipedal-walker' };
    if (name === 'neat') return { brain: { name: 'graph' } };
    return name === 'graph' ? { optimizer: { name: 'neat' } } : {};
  };

  test.each([
    [{ seed: -1 }, 'seed', 'minimum', 0],
    [{ seed: 4294967296 }, 'seed', 'maximum', 4294967295],
    [{ title: 'x'.repeat(101) }, 'title', 'maxLength', 100],
    [{ amendments: [{ generation: -1, changes: {} }] }, 'amendments', 'maxItems', 10000],
  ] as const)('refuses %j as the reader does', (document, key, limit, value) => {
    const { properties = {} } = jsonSchema('experiment') as Schema;
    expect(properties[key]).toMatchObject({ [limit]: value });
    expect(v.safeParse(experimentSchema, document).success).toBe(false);
  });
});
