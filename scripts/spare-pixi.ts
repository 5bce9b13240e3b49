import type { Plugin } from 'vite';

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

/** Shapes are drawn by calls, never read from SVG. */
const withoutSvg: Plugin = {
  name: 'without-pixi-svg',
  enforce: 'pre',
  load(id) {
    const [, name] = /\/pixi\.js\/lib\/scene\/graphics\/shared\/svg\/(SVGParser|parseSVGPath)\.mjs$/.exec(id) ?? [];
    return name ? `export function ${name}() {}` : null;
  },
};

/** What the stage does not use of Pixi. */
export const withoutSparePixi: Plugin[] = [withoutExtensions, withoutParticles, withoutSvg];
