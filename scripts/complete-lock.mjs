import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Completes package-lock.json after `npm install` against a registry that lacks some platforms' builds of a library: npm
 * then leaves their entries out, and `npm ci` refuses the lock everywhere. They are named here by what the library itself
 * says of them; npm fetches such an entry only on its own platform.
 */
const SYSTEMS = ['linux', 'darwin', 'win32', 'android', 'freebsd', 'openbsd', 'netbsd', 'openharmony', 'sunos', 'aix'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64'];

/** @param {string} name @param {string} version @param {boolean} isDev what wants it is only for development */
function entry(name, version, isDev) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((each) => words.includes(each));
  const cpu = PROCESSORS.find((each) => words.includes(each));
  if (!os || !cpu || !/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`${name}@${version} is missing and names no platform`);
  const libc = os === 'linux' && { libc: [words.some((each) => each.startsWith('musl')) ? 'musl' : 'glibc'] };
  return { version, cpu: [cpu], ...(isDev && { dev: true }), ...libc, optional: true, os: [os] };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];
for (const [path, library] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(library.optionalDependencies ?? {})) {
    if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue;
    lock.packages[`node_modules/${name}`] = entry(name, version, library.dev === true);
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'nothing was missing' : `added ${added.join(', ')}`);
