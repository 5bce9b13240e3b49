import { CanvasRenderer } from 'pixi.js';

// Pixi refuses to start where the page's content policy forbids `eval`, but this renderer never uses it.
Object.assign(CanvasRenderer.prototype, { _unsafeEvalCheck() {} });

/** In a module of its own, so that only the renderer in use is loaded. */
export { CanvasRenderer };
