import type { Renderer } from 'pixi.js';
import { hasGraphicsCard } from './graphics-card.ts';
import { drawnRatio } from './pixel-ratio.ts';

/** What draws: it has a canvas element of its own, as large as the element it is for. */
export interface RendererOptions {
  host: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>;
  /** The renderer to use; by default WebGL where a graphics card computes it, else canvas. */
  renderer?: 'webgl' | 'canvas';
  /** The page shows through where nothing is drawn. */
  isClear?: boolean;
  /** Pixels drawn for each CSS pixel; by default as in pixel-ratio.ts. */
  resolution?: number;
}

/** By their classes: pixi's autoDetectRenderer would also load the one for WebGPU, a fifth of the library. */
const makers = {
  webgl: async () => new (await import('./webgl-renderer.ts')).WebGLRenderer(),
  canvas: async () => new (await import('./canvas-renderer.ts')).CanvasRenderer(),
};

/** The renderer asked for or the faster one; canvas when that fails. Rejects when canvas fails too. */
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
      resolution: resolution ?? drawnRatio(),
      width: host.clientWidth,
      height: host.clientHeight,
      powerPreference: 'low-power',
      // Every episode has drawings of its own. Pixi frees unused ones after minutes by default, here after seconds.
      gcMaxUnusedTime: 10_000,
      gcFrequency: 5_000,
    });
    return made as Renderer;
  };
  return by(renderer ?? (hasGraphicsCard() ? 'webgl' : 'canvas')).catch(() => by('canvas'));
}
