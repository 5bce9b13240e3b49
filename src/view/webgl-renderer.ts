/** Loaded where it draws: the other renderer stays away. */
export { WebGLRenderer } from 'pixi.js';
