import { engineMath } from './math-patch.ts';

Object.assign(Math, engineMath);
