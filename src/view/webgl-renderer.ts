// The page's content policy forbids `eval`, which Pixi uses unless this module is loaded.
import 'pixi.js/unsafe-eval';

/** In a module of its own, so that only the renderer in use is loaded. */
export { WebGLRenderer } from 'pixi.js';
