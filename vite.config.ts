import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentPolicy } from './scripts/content-policy.ts';
import { firstStyle } from './scripts/first-style.ts';

/** workerpool imports Node's modules only on Node: the warning about them is left out. */
const quiet: Pick<Rolldown.InputOptions, 'onLog'> = {
  onLog(level, log, report) {
    if (!/externalized for browser compatibility, imported by ".*workerpool/.test(log.message)) report(level, log);
  },
};

/** Extensions that Pixi loads for browsers (events, accessibility, filters): the stage does not use them. */
const withoutExtensions: Plugin = {
  name: 'without-pixi-extensions',
  enforce: 'pre',
  load: (id) => (/\/pixi\.js\/lib\/environment-\w+\/\w+All\.mjs$/.test(id) ? 'export {}' : null),
};

/** Parts of pixi.js/unsafe-eval for particles and WebGPU, which the stage does not use. */
const UNUSED =
  'export class ParticleBuffer {} export class GpuUboSystem {} export const generateParticleUpdatePolyfill = 0';
const withoutParticles: Plugin = {
  name: 'without-pixi-particles',
  enforce: 'pre',
  resolveId: (source, importer = '') =>
    /\/pixi\.js\/lib\/unsafe-eval\/init\.mjs$/.test(importer) &&
    /\/(Particle|GpuUbo|generateParticle)\w+\.mjs$/.test(source)
      ? '\0unused-of-pixi'
      : null,
  load: (id) => (id === '\0unused-of-pixi' ? UNUSED : null),
};

/** Joints of planck that no body plan has: a third of its code. */
const SPARE =
  /\n {2}var (Distance|Friction|Gear|Motor|Mouse|Prismatic|Pulley|Rope|Weld|Wheel)Joint = \([\s\S]*?\n {2}\);\n/g;
const withoutSpareJoints = (): Plugin => ({
  name: 'without-spare-joints',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/planck\/dist\/planck\.js$/.test(id)) return null;
    const found = code.match(SPARE)?.length;
    if (found !== 10) this.error(`planck has ${found} of the 10 joints that are left out: has its source changed?`);
    return { code: code.replace(SPARE, '\n  var $1Joint = {};\n'), map: null };
  },
});

/** Modules that are loaded when they are first needed: tools, storage, the player's extras, sheets, the checkup, and a few others. */
const LATER =
  /\/src\/(app\/(tools\/[^/]+|player|storage)\/[^/]+|app\/shell\/(help|film-strip)-sheet|app\/session\/checkup|view\/(overlays\/catalogue|side-by-side)|format\/run-file|run\/with-activations)\.tsx?$/;

/** Chunks that several of these share. */
const SHARED = new Set(['run', 'film-strip', 'net-painter', 'download']);

/** Their names begin with `later-`, so that size-limit in package.json can leave them out of the first view. */
const chunkFileNames: Rolldown.OutputOptions['chunkFileNames'] = ({ name, facadeModuleId }) =>
  LATER.test(facadeModuleId ?? '') || SHARED.has(name) ? 'assets/later-[name]-[hash].js' : 'assets/[name]-[hash].js';

/** The page: `dist/web`, static, works from any sub-path, and offline after the first visit. */
export default defineConfig({
  base: './',
  publicDir: 'src/app/static',
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      ...quiet,
      input: { index: 'index.html', player: 'player.html' },
      output: { chunkFileNames },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [withoutSpareJoints()],
    rolldownOptions: { ...quiet, output: { chunkFileNames } },
  },
  // The worker's imports, which Vite does not find from the page.
  optimizeDeps: { include: ['planck/dist/planck.js', 'seedrandom/lib/alea.js', 'valibot', 'workerpool'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', port: 4173 },
  plugins: [
    withoutExtensions,
    withoutParticles,
    withoutSpareJoints(),
    firstStyle,
    contentPolicy,
    VitePWA({
      // A new version is activated on request (src/app/widgets/newer-version.ts), so that a reload never loses a run.
      registerType: 'prompt',
      injectRegister: 'script-defer',
      manifest: {
        name: 'Gaitlab',
        short_name: 'Gaitlab',
        description: 'Creatures with legs and small brains learn to walk, in front of your eyes.',
        display: 'standalone',
        start_url: './',
        scope: './',
        background_color: '#10141c',
        theme_color: '#10141c',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*'],
        globIgnores: ['**/*.map'],
        // The first visit is under the service worker too: what it loads later is there when the server has a newer build.
        clientsClaim: true,
        maximumFileSizeToCacheInBytes: 4_000_000,
        // The player with a file to fetch is still the player, not another address for the page.
        ignoreURLParametersMatching: [/^utm_/, /^file$/, /^renderer$/],
      },
    }),
  ],
});
