import type { Container } from 'pixi.js';
import type { Frame } from './camera.ts';
import { createRenderer, drawnRatio, type RendererOptions } from './renderer.ts';

export interface SurfaceOptions extends RendererOptions {
  host: HTMLElement;
  /** `frame` has another size. */
  onResize(): void;
  /** WebGL was lost and not restored, so a canvas renderer is used from now on. All that is drawn must be created again. */
  onFallback?: (() => void) | undefined;
}

/** A canvas that fills its element at the screen's resolution, and what draws on it. */
export interface Surface {
  /** Its size, CSS pixels. */
  readonly frame: Frame;
  readonly rendererName: string;
  setBackground(colour: number): void;
  render(root: Container): void;
  destroy(): void;
}

/** How long a lost WebGL context may take to come back, ms: a restarted graphics process takes about one second. */
const PATIENCE = 3000;

export async function createSurface(options: SurfaceOptions): Promise<Surface> {
  const { host, onResize, onFallback } = options;
  let renderer = await createRenderer(options);
  const frame = { width: host.clientWidth, height: host.clientHeight };
  let ratio = drawnRatio();
  let background = renderer.background.color.toNumber();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listening = new AbortController();

  function fitToHost(): void {
    const { clientWidth: width, clientHeight: height } = host;
    const isSized = width > 0 && height > 0 && (width !== frame.width || height !== frame.height);
    if (!isSized && ratio === drawnRatio()) return;
    ratio = drawnRatio();
    if (isSized) Object.assign(frame, { width, height });
    renderer.resize(frame.width, frame.height, ratio);
    if (isSized) onResize();
  }

  async function fallBack(): Promise<void> {
    const next = await createRenderer({ ...options, renderer: 'canvas' });
    if (listening.signal.aborted) return next.destroy();
    listening.abort();
    const lost = renderer;
    renderer = next;
    renderer.background.color = background;
    (lost.canvas as HTMLCanvasElement).replaceWith(renderer.canvas as HTMLCanvasElement);
    // Its element may have had no size meanwhile.
    renderer.resize(frame.width, frame.height, ratio);
    fitToHost();
    onFallback?.();
    lost.destroy();
  }

  const canvas = renderer.canvas as HTMLCanvasElement;
  const lose = () => {
    clearTimeout(timer);
    // If that fails too, WebGL may still come back.
    timer = setTimeout(() => fallBack().catch(() => {}), PATIENCE);
  };
  canvas.addEventListener('webglcontextlost', lose, listening);
  canvas.addEventListener('webglcontextrestored', () => clearTimeout(timer), listening);
  host.prepend(canvas);
  const observer = new ResizeObserver(fitToHost);
  observer.observe(host);

  return {
    frame,
    get rendererName() {
      return renderer.name;
    },
    setBackground(colour) {
      background = colour;
      renderer.background.color = colour;
    },
    render(root) {
      // No event tells reliably that the window was zoomed or moved to another screen.
      if (ratio !== drawnRatio()) fitToHost();
      renderer.render(root);
    },
    destroy() {
      listening.abort();
      clearTimeout(timer);
      observer.disconnect();
      renderer.destroy({ removeView: true });
    },
  };
}
