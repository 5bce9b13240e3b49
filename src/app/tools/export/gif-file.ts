import { createGif } from '../../../export/gif.ts';

/** A door to the encoder, which comes when the first GIF is made. */
export const openGif = createGif;
