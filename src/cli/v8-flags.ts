import v8 from 'node:v8';

// These flags affect speed only, never results. They also apply to worker threads, and must be set before anything is
// compiled: this module is imported first.

// Node 20 (later versions of V8 count otherwise, and refuse the flag): optimizes a function after six times as much work in it as by
// default. The loops of a rollout reach that within a moment, while much that each episode does once would be optimized to no
// avail. Later versions inline functions of up to this size, as of the solver into its loops.
const isNode20 = process.versions.node.startsWith('20.');
v8.setFlagsFromString(isNode20 ? '--interrupt-budget=400000' : '--max-inlined-bytecode-size=1000');

// Allocates a new world's objects in the young generation: an object in the old generation keeps its discarded world
// alive until the next full collection.
v8.setFlagsFromString('--no-allocation-site-pretenuring');

// Marks the heap in one go. A worker thread that ends while its functions are still being compiled in the background
// otherwise ends the whole process, when that compilation happens to start incremental marking: Node 20 asks its
// platform for the task runner of a thread that is already gone (node_platform.cc, "Assertion failed: (data.first)").
v8.setFlagsFromString('--no-incremental-marking');
