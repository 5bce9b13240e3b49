import workerpool from 'workerpool';
import { evaluateBatch } from '../src/run/evaluator.ts';

workerpool.worker({ evaluate: evaluateBatch });
