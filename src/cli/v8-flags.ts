import v8 from 'node:v8';

// These flags affect speed only, never results. They also apply to worker threads, and must be set before planck is
// compiled: this module is imported first.

// Inlines planck's small functions into its large ones: a third more physics steps per second.
v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=4000');
v8.setFlagsFromString('--max-inlined-bytecode-size=1000');

// Allocates a new world's objects in the young generation: an object in the old generation keeps its discarded world
// alive until the next full collection.
v8.setFlagsFromString('--no-allocation-site-pretenuring');

// Marks the heap in one go. A worker thread that ends while its functions are still being compiled in the background
// otherwise ends the whole process, when that compilation happens to start incremental marking: Node 20 asks its
// platform for the task runner of a thread that is already gone (node_platform.cc, "Assertion failed: (data.first)").
v8.setFlagsFromString('--no-incremental-marking');
