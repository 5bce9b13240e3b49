// The page's content policy lets no code be made from text, which pixi does unless it is told another way.
import 'pixi.js/unsafe-eval';

/** Loaded where it draws: the other renderer stays away. */
export { WebGLRenderer } from 'pixi.js';
