import v8 from 'node:v8';

/**
 * Lets V8 inline planck's small functions into its big ones: a third more physics steps a second, the same bits. Holds
 * for worker threads too. Must be set before planck is compiled, so this module is imported first.
 */
v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=4000');
v8.setFlagsFromString('--max-inlined-bytecode-size=1000');
