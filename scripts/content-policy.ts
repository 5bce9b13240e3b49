import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What a page of ours may load and do: nothing from elsewhere, nothing that is made from text. */
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

/** Says in each built page what it may load and do; the style written in it is allowed by its hash. */
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
