import { join } from 'node:path';
import { kindAt } from './plain-file.ts';

/** The file of a run of islands, in its folder. */
export const ISLANDS = 'islands.json';

/** Whether a folder holds a run of islands, or something else by the name of its file. */
export const holdsIslands = (folder: string) => kindAt(join(folder, ISLANDS)) !== 'nothing';
