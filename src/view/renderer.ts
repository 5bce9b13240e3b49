import type { Renderer } from 'pixi.js';
import { hasGraphicsCard } from './graphics-card.ts';

/** What draws: a canvas element of its own, as large as the element it is for. */
export interface RendererOptions {
  host: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>;
  /** Draw by this alone; without it by WebGL where a graphics card does the work, else by canvas. */
  renderer?: 'webgl' | 'canvas';
  /** What nothing is drawn on lets the page show through. */
  isClear?: boolean;
  /** Pixels drawn for each of the window's; as many as the screen has, up to two. */
  resolution?: number;
}

/** By their classes: pixi's own choice between renderers would bring the one for WebGPU along, a fifth of the library. */
const makers = {
  webgl: async () => new (await import('./webgl-renderer.ts')).WebGLRenderer(),
  canvas: async () => new (await import('./canvas-renderer.ts')).CanvasRenderer(),
};

export async function createRenderer({
  host,
  renderer,
  isClear = false,
  resolution,
}: RendererOptions): Promise<Renderer> {
  const by = async (name: 'webgl' | 'canvas') => {
    const made = await makers[name]();
    await made.init({
      skipExtensionImports: true,
      antialias: true,
      backgroundAlpha: isClear ? 0 : 1,
      autoDensity: true,
      resolution: resolution ?? Math.min(2, devicePixelRatio || 1),
      width: host.clientWidth,
      height: host.clientHeight,
      powerPreference: 'low-power',
      // Every life brings drawings of its own, which Pixi has until it looks what is still in use: it waits for minutes.
      gcMaxUnusedTime: 10_000,
      gcFrequency: 5_000,
    });
    return made as Renderer;
  };
  return by(renderer ?? (hasGraphicsCard() ? 'webgl' : 'canvas')).catch(() => by('canvas'));
}
