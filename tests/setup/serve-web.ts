import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { vite } from './vite.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served: a sub-path, as on a static host. */
    pageUrl: string;
  }
}

/** Builds the page and serves it from a sub-path while the end-to-end tests run: `inject('pageUrl')`. */
export default async function serveWeb({ provide }: TestProject) {
  vite('build');
  const server = await preview({ base: '/some/where/', preview: { port: 0, open: false }, logLevel: 'warn' });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the page is built but could not be served');
  provide('pageUrl', url);
  return () => server.close();
}
