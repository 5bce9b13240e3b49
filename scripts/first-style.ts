import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const MARK = /<!-- (src\/app\/[\w-]+\.css) -->/;

/** Writes a style into the pages that name it in a comment: it is seen with their first paint, before anything is loaded. */
export const firstStyle: Plugin = {
  name: 'first-style',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(
        MARK,
        (_, file: string) => `<style>${readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')}</style>`,
      ),
  },
};
