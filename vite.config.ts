import { defineConfig, type Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentPolicy } from './scripts/content-policy.ts';
import { firstStyle } from './scripts/first-style.ts';
import { withoutSparePixi } from './scripts/spare-pixi.ts';
import { withoutSparePlanck } from './scripts/spare-planck.ts';
import { withWasm } from './scripts/wasm.ts';
import { workerChunks } from './scripts/worker-chunks.ts';

/** workerpool imports Node's modules only on Node: the warning about them is left out. */
const quiet: Pick<Rolldown.InputOptions, 'onLog'> = {
  onLog(level, log, report) {
    if (!/externalized for browser compatibility, imported by ".*workerpool/.test(log.message)) report(level, log);
  },
};

/** Puts numbers in place of their names: the flat physics has hundreds, and the engine does not know that they are constant. */
const fixed: Pick<Rolldown.InputOptions, 'optimization'> = {
  optimization: { inlineConst: { mode: 'all', pass: 2 } },
};

/** Modules that are loaded when they are first needed: tools, storage, the player's extras, sheets, the checkup, planck, and a few others. */
const LATER =
  /\/src\/(app\/(tools\/[^/]+|player|storage|walkers|gallery)\/[^/]+|app\/(shell\/((help|film-strip)-sheet|footfalls)|stage\/(cheer|pushed-clip)|editor\/editor-sheet)|app\/session\/checkup|view\/(confetti|overlays\/catalogue|side-by-side)|format\/run-file|run\/with-activations|sim\/planck-physics)\.(tsx?|json)$/;

/** Chunks that several of these share. */
const SHARED = new Set(['film-strip', 'net-painter', 'download', 'body-picture', 'own-bodies']);

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
    // Only the page itself names what to fetch ahead: scripts are shared with workers, where there is no document for it.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    reportCompressedSize: false,
    rolldownOptions: {
      ...quiet,
      ...fixed,
      input: { index: 'index.html', player: 'player.html', lesson: 'lesson.html' },
      output: { chunkFileNames },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [withoutSparePlanck(), withWasm()],
    rolldownOptions: { ...quiet, ...fixed, output: { chunkFileNames } },
  },
  // The worker's imports, which Vite does not find from the page.
  optimizeDeps: { include: ['planck/dist/planck.js', 'seedrandom/lib/alea.js', 'valibot', 'workerpool'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', port: 4173 },
  plugins: [
    workerChunks,
    ...withoutSparePixi,
    withoutSparePlanck(),
    withWasm(),
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
