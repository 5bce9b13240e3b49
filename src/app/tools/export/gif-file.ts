import { createGif } from '../../../export/gif.ts';

/** In a module of its own, so that the encoder is loaded when the first GIF is made. */
export const openGif = createGif;
