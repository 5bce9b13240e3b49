import type { Renderer } from 'pixi.js';
import { hasGraphicsCard } from './graphics-card.ts';

/** Options of a renderer, which draws on a canvas as large as `host`. */
export interface RendererOptions {
  host: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>;
  /** The renderer to use; by default WebGL with a graphics card, else canvas. */
  renderer?: 'webgl' | 'canvas';
  /** Transparent background. */
  isTransparent?: boolean;
  /** Pixels drawn per CSS pixel; by default `drawnRatio()`. */
  resolution?: number;
}

/** Pixels drawn per CSS pixel: as many as the screen has, up to two; more take time and are hardly seen. */
export const drawnRatio = (): number => Math.min(2, devicePixelRatio || 1);

/** Created by class: Pixi's autoDetectRenderer would load the WebGPU renderer too, a fifth of the library. */
const makers = {
  webgl: async () => new (await import('./webgl-renderer.ts')).WebGLRenderer(),
  canvas: async () => new (await import('./canvas-renderer.ts')).CanvasRenderer(),
};

/** Creates the given renderer, or the fastest one; a canvas renderer if that fails. Rejects if canvas fails too. */
export async function createRenderer({
  host,
  renderer,
  isTransparent = false,
  resolution,
}: RendererOptions): Promise<Renderer> {
  const create = async (name: 'webgl' | 'canvas') => {
    const created = await makers[name]();
    await created.init({
      skipExtensionImports: true,
      antialias: true,
      backgroundAlpha: isTransparent ? 0 : 1,
      autoDensity: true,
      resolution: resolution ?? drawnRatio(),
      width: host.clientWidth,
      height: host.clientHeight,
      powerPreference: 'low-power',
      // Every clip has new drawings; by default Pixi frees unused ones only after minutes.
      gcMaxUnusedTime: 10_000,
      gcFrequency: 5_000,
    });
    return created as Renderer;
  };
  return create(renderer ?? (hasGraphicsCard() ? 'webgl' : 'canvas')).catch(() => create('canvas'));
}
