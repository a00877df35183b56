import "server-only";

type Queue = { busy: number; waiting: (() => void)[] };
const queues = new Map<string, Queue>();

function enter(queue: Queue, limit: number): Promise<void> {
  if (queue.busy < limit) {
    queue.busy += 1;
    return Promise.resolve();
  }
  return new Promise((resolve) => queue.waiting.push(resolve));
}

function leave(key: string, queue: Queue) {
  const next = queue.waiting.shift();
  if (next) return next();
  queue.busy -= 1;
  if (queue.busy === 0) queues.delete(key);
}

/** Runs `handshake` once fewer than `limit` others run under the same key. */
export async function withSlot<T>(key: string, limit: number, handshake: () => Promise<T>): Promise<T> {
  const queue = queues.get(key) ?? { busy: 0, waiting: [] };
  queues.set(key, queue);
  await enter(queue, limit);
  try {
    return await handshake();
  } finally {
    leave(key, queue);
  }
}
