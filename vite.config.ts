import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentPolicy } from './scripts/content-policy.ts';
import { firstStyle } from './scripts/first-style.ts';

/** workerpool names Node's modules behind a check of where it runs: nothing to tell whoever builds the page. */
const quiet: Pick<Rolldown.InputOptions, 'onLog'> = {
  onLog(level, log, report) {
    if (!/externalized for browser compatibility, imported by ".*workerpool/.test(log.message)) report(level, log);
  },
};

/** Pixi's own choice of what a browser needs (events, accessibility, filters), which the stage tells it not to load. */
const withoutExtensions: Plugin = {
  name: 'without-pixi-extensions',
  enforce: 'pre',
  load: (id) => (/\/pixi\.js\/lib\/environment-\w+\/\w+All\.mjs$/.test(id) ? 'export {}' : null),
};

/** What Pixi mends for a page that makes no code from text, of particles and WebGPU: the stage has neither. */
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

/** Joints of planck that no body plan has: a third of it. */
const SPARE =
  /\n {2}var (Distance|Friction|Gear|Motor|Mouse|Prismatic|Pulley|Rope|Weld|Wheel)Joint = \([\s\S]*?\n {2}\);\n/g;
const withoutSpareJoints = (): Plugin => ({
  name: 'without-spare-joints',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/planck\/dist\/planck\.js$/.test(id)) return null;
    const found = code.match(SPARE)?.length;
    if (found !== 10) this.error(`planck has ${found} of the 10 joints that are left out: is it laid out otherwise?`);
    return { code: code.replace(SPARE, '\n  var $1Joint = {};\n'), map: null };
  },
});

/** What is loaded when it is first asked for: tools, storage, the player's extras, sheets, the checkup, and a few modules. */
const LATER =
  /\/src\/(app\/(tools\/[^/]+|player|storage)\/[^/]+|app\/shell\/(help|film-strip)-sheet|app\/session\/checkup|view\/(overlays\/catalogue|strip)|format\/run-file|run\/inside)\.tsx?$/;

/** Chunks that several of them share. */
const SHARED = new Set(['run', 'film-strip', 'net-painter', 'download']);

/** Their names say so, apart from the first view's (see size-limit in package.json). */
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
  // The worker's, which a look at the page alone does not find.
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
      // The new version waits until it is asked for (src/app/widgets/newer-version.ts): a run is never reloaded away.
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
