import v8 from 'node:v8';

// These flags affect speed only, never results. They also apply to worker threads, and must be set before anything is
// compiled: this module is imported first.

// Inlines functions of up to this size, as of the solver into its loops. V8's bound on the sum of what is inlined into one
// function stays: with a higher one, functions of a rollout become so large that they run slower and take long to compile.
v8.setFlagsFromString('--max-inlined-bytecode-size=1000');

// Allocates a new world's objects in the young generation: an object in the old generation keeps its discarded world
// alive until the next full collection.
v8.setFlagsFromString('--no-allocation-site-pretenuring');

// Marks the heap in one go. A worker thread that ends while its functions are still being compiled in the background
// otherwise ends the whole process, when that compilation happens to start incremental marking: Node 20 asks its
// platform for the task runner of a thread that is already gone (node_platform.cc, "Assertion failed: (data.first)").
v8.setFlagsFromString('--no-incremental-marking');
