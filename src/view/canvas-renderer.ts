/** Loaded where it draws: the other renderer stays away. */
export { CanvasRenderer } from 'pixi.js';
