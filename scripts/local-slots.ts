import type { Plugin } from 'vite';

/** An import from another file of the flat physics, and a constant in it. */
const IMPORT = /^import \{([^}]*)\} from '(\.\/[^']+)';$/gm;
const CONSTANT = /\b[A-Z][A-Z0-9_]*\b/g;

/**
 * For tests in Node: copies the constants that a file of src/sim/flat imports into constants of its own. Vitest makes each use of
 * an import a call, of which a physics step has thousands: without this it is thirty times slower than in the built program.
 */
export const localSlots = (): Plugin => ({
  name: 'local-slots',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/sim\/flat\/[^/]+\.ts$/.test(id)) return null;
    const copies: string[] = [];
    const renamed = code.replace(IMPORT, (_, names: string, from: string) => {
      const list = names.replace(CONSTANT, (name) => {
        copies.push(`const ${name} = ${name}$;`);
        return `${name} as ${name}$`;
      });
      return `import {${list}} from '${from}';`;
    });
    return copies.length === 0
      ? null
      : { code: renamed.replace(/((?:^import [^;]*;\n)+)/, `$1${copies.join('')}\n`), map: null };
  },
});
