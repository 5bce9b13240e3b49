import type { Plugin } from 'vite';

const SUFFIX = '?worker&url';

/**
 * Builds the workers together with the page, so that what both need (settings, experiments, bodies) is one chunk that a
 * visitor loads once. Vite by itself bundles each worker apart, with its own copy. Only for builds: the development server
 * serves workers unbundled.
 */
export const workerChunks: Plugin = {
  name: 'worker-chunks',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith(SUFFIX)) return null;
    const found = await this.resolve(source.slice(0, -SUFFIX.length), importer);
    return found && `\0worker-chunk:${found.id}`;
  },
  load(id) {
    const [, file] = /^\0worker-chunk:(.*)$/.exec(id) ?? [];
    if (!file) return null;
    const name = file.replace(/^.*\/|\.ts$/g, '');
    const reference = this.emitFile({ type: 'chunk', id: file, name });
    return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
  },
};
