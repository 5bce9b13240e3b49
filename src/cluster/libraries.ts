/** The libraries that only a run on a queue needs; they are optional dependencies. Throws an Error when one is not installed. */
export async function loadQueueLibraries() {
  try {
    const [{ Queue, Worker }, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { Queue, Worker, Redis };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('a queue needs the libraries bullmq and ioredis: npm install bullmq ioredis');
  }
}

export type QueueLibraries = Awaited<ReturnType<typeof loadQueueLibraries>>;
