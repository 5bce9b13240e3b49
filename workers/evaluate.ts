import '../src/sim/flat/wasm-at-hand.ts';
import { serve } from './serve.ts';

serve();
