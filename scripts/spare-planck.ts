import type { Plugin } from 'vite';

/** What the product does not use of planck, a third of its code: each with a pattern, what replaces it and how often it occurs. */
const SPARE: [what: string, pattern: RegExp, replacement: string, count: number][] = [
  [
    'joints that no body plan has',
    /\n {2}var (Distance|Friction|Gear|Motor|Mouse|Prismatic|Pulley|Rope|Weld|Wheel)Joint = \([\s\S]*?\n {2}\);\n/g,
    '\n  var $1Joint = {};\n',
    10,
  ],
  ['reading and writing of worlds', /\n {6}\w+\.(prototype\.)?_(de)?serialize = function[\s\S]*?\n {6}\};/g, '', 20],
  [
    'the serializer',
    /\n {2}var Serializer = \([\s\S]*?\n {2}Serializer\.toJson = .*\n/g,
    '\n  var Serializer = {};\n',
    1,
  ],
  [
    'the test bed and the driver of data',
    /\n {2}var (Testbed|DataDriver) = \([\s\S]*?\n {2}\);\n/g,
    '\n  var $1 = {};\n',
    2,
  ],
];

/** Builds the pages without them; the build fails when planck is laid out otherwise. */
export const withoutSparePlanck = (): Plugin => ({
  name: 'without-spare-planck',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/planck\/dist\/planck\.js$/.test(id)) return null;
    let shorter = code;
    for (const [what, pattern, replacement, count] of SPARE) {
      const found = shorter.match(pattern)?.length ?? 0;
      if (found !== count) this.error(`planck has ${found} of the ${count} ${what}: has its source changed?`);
      shorter = shorter.replace(pattern, replacement);
    }
    return { code: shorter, map: null };
  },
});
