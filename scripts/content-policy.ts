import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What the pages may load and do: nothing from another origin, and no code made from text. */
const POLICY = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

const hashes = (html: string) =>
  [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );

/** Writes the content security policy into each built page; the inline style is allowed by its hash. */
export const contentPolicy: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const policy = { ...POLICY, 'style-src': [POLICY['style-src'], ...hashes(html)].join(' ') };
      const content = Object.entries(policy)
        .map((rule) => rule.join(' '))
        .join('; ');
      return html.replace(
        /<meta charset="utf-8" \/>/,
        `$&\n    <meta http-equiv="Content-Security-Policy" content="${content}" />`,
      );
    },
  },
};
