import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';

/** The import table: by folder, or by file where only that file may be imported; libraries by package name. */
const MAY_IMPORT: Record<string, string[]> = {
  schema: ['valibot'],
  math: [],
  creature: ['math', 'schema', 'valibot'],
  drawing: ['math', 'creature', 'schema', 'valibot'],
  sim: ['math', 'creature', 'schema', 'valibot'],
  evo: ['math', 'schema', 'valibot'],
  run: ['math', 'creature', 'sim', 'evo', 'schema', 'valibot'],
  format: ['math', 'creature', 'sim', 'evo', 'run', 'schema', 'valibot', '@scure/base', 'fflate'],
  view: ['math', 'creature', 'sim/terrain.ts', 'sim/recording.ts', 'pixi.js'],
  export: [
    ...['math', 'creature', 'sim/terrain.ts', 'sim/recording.ts', 'sim/gait/footfall-rows.ts'],
    // What of the view knows no pixi.
    ...[
      'max-height-near',
      'camera',
      'creature-shapes',
      'drive',
      'earth',
      'eye-shape',
      'muscle-shapes',
      'outline',
      'painted-shape',
      'palette',
      'pose',
    ].map((each) => `view/${each}.ts`),
    ...['view/ridges.ts', 'view/ruler-label-step.ts', 'view/ruler-marks.ts', 'view/shade.ts'],
  ],
  app: [
    ...['math', 'creature', 'drawing', 'sim', 'evo', 'run', 'format', 'schema', 'view', 'export', 'workers'],
    ...['valibot', 'preact', '@preact/signals', 'uplot', 'virtual:pwa-register'],
  ],
  cluster: ['math', 'creature', 'sim', 'run', 'format', 'schema', 'valibot', 'bullmq', 'ioredis', 'node:'],
  cli: [
    'cluster',
    'math',
    'creature',
    'sim',
    'evo',
    'run',
    'format',
    'export',
    'schema',
    'valibot',
    'commander',
    '@valibot/to-json-schema',
    'node:',
    'package.json',
  ],
  workers: ['run', 'format', 'math/decompose-at-hand.ts', 'sim/flat/wasm-at-hand.ts', 'workerpool'],
  'library.ts': ['math', 'run', 'schema', 'sim'],
};

/** What single files may import beside that. */
const ONLY_DOOR: Record<string, string[]> = {
  'schema/floats.ts': ['@scure/base'],
  'math/rng.ts': ['seedrandom'],
  'sim/planck/planck.ts': ['planck'],
  'run/pool.ts': ['workerpool'],
  'app/storage/database.ts': ['idb'],
  'export/gif.ts': ['gifenc'],
  'cli/canvas.ts': ['@napi-rs/canvas'],
  'app/tools/export/video.ts': ['mediabunny'],
};

/**
 * The import table within the page, by folder or file below `src/app`; the longest matching key applies. A tool,
 * `tools/<tool>`, may import its own folder, but no other tool's.
 */
const WITHIN_APP: Record<string, string[]> = {
  'main.tsx': [
    ...['shell', 'settings', 'session', 'stage', 'widgets', 'browser', 'tools.ts', 'tool.ts', 'strings.ts', 'walkers'],
    'storage/start-saving.ts',
    'tools/replays/share-walk.ts',
  ],
  'tools.ts': ['tool.ts', 'tools'],
  'tool.ts': ['session', 'stage', 'widgets'],
  'strings.ts': ['amounts.ts'],
  'amounts.ts': [],
  shell: [
    ...['tools.ts', 'tool.ts', 'settings', 'session', 'stage', 'widgets', 'browser', 'strings.ts', 'amounts.ts'],
    'tools/replays/replays.tsx',
    'editor/editor-sheet.tsx',
    ...['gallery', 'walkers', 'tools/replays/replays.tsx', 'tools/replays/challenge.ts'],
  ],
  settings: ['session', 'widgets', 'browser', 'strings.ts', 'amounts.ts', 'stage/creature-colour.ts'],
  gallery: ['session', 'walkers', 'widgets', 'browser', 'strings.ts', 'amounts.ts'],
  stage: ['session', 'browser', 'strings.ts', 'amounts.ts'],
  walkers: ['session', 'stage', 'strings.ts'],
  session: [],
  net: [],
  widgets: ['browser', 'strings.ts', 'amounts.ts'],
  browser: [],
  storage: ['session', 'widgets', 'browser', 'amounts.ts'],
  tools: [...['tool.ts', 'session', 'stage', 'storage', 'net', 'widgets', 'browser', 'strings.ts', 'amounts.ts']],
  editor: ['session', 'storage', 'widgets', 'browser'],
  player: ['net', 'widgets', 'browser', 'stage/speed.ts', 'stage/cast-rays.ts'],
};

/** Folders whose results must be the same bits in every engine. */
const PURE = ['schema', 'math', 'creature', 'drawing', 'sim', 'evo', 'run', 'format', 'workers', 'library.ts'];

/** Functions of Math that every engine computes alike: exact, or correctly rounded by the language specification. */
const EXACT_MATH =
  /^(abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2)$/;
const SWAPS_MATH = ['sim/planck/math-patch.ts', 'sim/planck/math-restore.ts'];

const files = ['src', 'workers'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      const { module, program } = parseSync(path, text);
      return { path, name: name(path), text, module, program };
    }),
);

/** `src/sim/physics.ts` is `sim/physics.ts` here, and `workers/evaluate.ts` is itself. */
function name(path: string): string {
  return path.startsWith('src/') ? relative('src', path) : path;
}

const folder = (file: string) => file.split('/')[0] as string;

/** What `file` imports: names of our own files, and packages without their sub-paths. */
function imports(file: (typeof files)[number]): string[] {
  const found = [
    ...file.module.staticImports.map((each) => each.moduleRequest.value),
    ...file.module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...file.module.dynamicImports.map((each) =>
      file.text.slice(each.moduleRequest.start + 1, each.moduleRequest.end - 1),
    ),
  ];
  return found.map((request) => {
    if (request.startsWith('.')) return name(join(dirname(file.path), request.replace(/\?.*/, '')));
    if (request.startsWith('node:')) return 'node:';
    return request.split('/', request.startsWith('@') ? 2 : 1).join('/');
  });
}

/** The first part of a path below `src/app`: `tools` for `tools/brain/changes.ts`, `main.tsx` for itself. */
const pageFolder = (inside: string) => inside.split('/')[0] as string;

/** Import cycles, direct or indirect, one line each. */
function circles(): string[] {
  const targets = new Map(files.map((file) => [file.name, imports(file)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (done.has(file) || path.includes(file)) return;
    for (const other of targets.get(file) ?? []) if (targets.has(other)) visit(other, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return found;
}

/** Uses of what differs from engine to engine or from moment to moment. */
function impurities(file: (typeof files)[number]): string[] {
  const found: string[] = [];
  const at = (what: string, offset: number) =>
    found.push(`${what} at ${file.path}:${file.text.slice(0, offset).split('\n').length}`);
  const exact = new Set<number>();
  new Visitor({
    MemberExpression({ object, property, computed, start }) {
      if (property.type !== 'Identifier' || computed) return;
      if (object.type === 'Identifier' && object.name === 'Math' && EXACT_MATH.test(property.name))
        exact.add(object.start);
      if (/^(toLocale\w*|localeCompare)$/.test(property.name)) at(property.name, start);
    },
    'Identifier:exit'({ name, start }) {
      if (name === 'Math' && !exact.has(start) && !SWAPS_MATH.includes(file.name)) at('inexact Math', start);
      if (name === 'Date' || name === 'Intl') at(name, start);
    },
    BinaryExpression({ operator, start }) {
      if (operator === '**') at('**', start);
    },
    AssignmentExpression({ operator, start }) {
      if (operator === '**=') at('**=', start);
    },
    CallExpression({ callee, arguments: given, start }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || given.length > 0) return;
      const typed = /^(Float|Int|Uint)\d+Array\b/.test(file.text.slice(callee.start, callee.end));
      if (/^(sort|toSorted)$/.test(callee.property.name) && !typed) at('sort without a comparator', start);
    },
  }).visit(file.program);
  return found;
}

const isLong = (text: string) => text.trimEnd().split('\n').length > 200;

describe('the sources', () => {
  it('have only folders that the import table lists', () => {
    expect(files.map((file) => folder(file.name)).filter((each) => !(each in MAY_IMPORT))).toEqual([]);
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what the table allows', (each) => {
    const faults = files
      .filter((file) => folder(file.name) === each)
      .flatMap((file) => {
        const allowed = [each, ...(MAY_IMPORT[each] ?? []), ...(ONLY_DOOR[file.name] ?? [])];
        const refused = imports(file).filter((other) => !allowed.includes(other) && !allowed.includes(folder(other)));
        return refused.map((other) => `${file.path} imports ${other}`);
      });
    expect(faults).toEqual([]);
  });

  it('the page’s folders are in the table, and import only what it allows', () => {
    const pageFiles = files.filter((file) => folder(file.name) === 'app');
    const faults = pageFiles.flatMap((file) => {
      const inside = file.name.slice('app/'.length);
      const key = pageFolder(inside);
      if (!(key in WITHIN_APP)) return [`${file.path} is in no folder of the table`];
      const own = key === 'tools' ? inside.split('/', 2).join('/') : key;
      const allowed = [own, ...(WITHIN_APP[key] ?? [])];
      const others = imports(file).filter((other) => other.startsWith('app/'));
      const refused = others
        .map((other) => other.slice('app/'.length))
        .filter((other) => !allowed.some((each) => other === each || other.startsWith(`${each}/`)))
        .filter((other) => !other.endsWith('.css'));
      return refused.map((other) => `${file.path} imports src/app/${other}`);
    });
    expect(faults).toEqual([]);
  });

  it('have no import cycles, types and import() included', () => {
    expect(circles()).toEqual([]);
  });

  it.each(PURE)('%s gives the same bits everywhere', (each) => {
    expect(files.filter((file) => folder(file.name) === each).flatMap(impurities)).toEqual([]);
  });

  it('evaluate planck between the patch of Math and its restoration', () => {
    const physics = files.find((file) => file.name === 'sim/planck/planck.ts');
    const values = physics?.module.staticImports.filter(
      (each) => !each.entries.length || each.entries.some((e) => !e.isType),
    );
    const first = values?.slice(0, 3).map((each) => each.moduleRequest.value);
    expect(first).toEqual(['./math-patch.ts', 'planck/dist/planck.js', './math-restore.ts']);
  });

  it('have no barrels, no vague folder names and no long files', () => {
    const vague = /(^|\/)(index\.tsx?$|(utils?|helpers?|common|core|shared|misc)(\/|\.))/;
    expect(files.map((file) => file.path).filter((path) => vague.test(path))).toEqual([]);
    expect(files.filter(({ text }) => isLong(text)).map(({ path }) => path)).toEqual([]);
  });

  it('have no long style sheets', () => {
    const styles = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(20);
    expect(styles.filter((file) => isLong(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });
});
