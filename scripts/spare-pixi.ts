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

/** Shapes are not read from SVG, texts have no tags in them, and no picture is loaded: files of Pixi, with what is left of them. */
const STUBS: [file: RegExp, code: string][] = [
  [/\/scene\/graphics\/shared\/svg\/SVGParser\.mjs$/, 'export function SVGParser() {}'],
  [/\/scene\/graphics\/shared\/svg\/parseSVGPath\.mjs$/, 'export function parseSVGPath() {}'],
  [
    /\/scene\/text\/canvas\/utils\/measureTaggedText\.mjs$/,
    'export function measureTaggedText() {} export function tokenizeTaggedRuns() {} export function wordWrapTaggedLines() {}',
  ],
  [/\/spritesheet\/init\.mjs$/, 'export {}'],
];
const withoutReaders: Plugin = {
  name: 'without-pixi-readers',
  enforce: 'pre',
  load: (id) => (id.includes('/pixi.js/lib/') ? STUBS.find(([file]) => file.test(id))?.[1] : null),
};

/** What the stage does not use of Pixi. */
export const withoutSparePixi: Plugin[] = [withoutExtensions, withoutParticles, withoutReaders];
