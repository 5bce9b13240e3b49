import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const MARK = /<!-- (src\/app\/[\w-]+\.css) -->/;

/** Replaces a comment that names a style sheet by its text, so that it is part of the first paint. */
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
