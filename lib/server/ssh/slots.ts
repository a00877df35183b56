import "server-only";

// sshd drops new connections at random once ten are unauthenticated (MaxStartups 10:30:100 is its default).
const handshakesPerAddress = 10;

type Queue = { busy: number; waiting: (() => void)[] };
const queues = new Map<string, Queue>();

function enter(queue: Queue): Promise<void> {
  if (queue.busy < handshakesPerAddress) {
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

/** Runs `handshake` once fewer than ten others run against the same address. */
export async function withHandshakeSlot<T>(key: string, handshake: () => Promise<T>): Promise<T> {
  const queue = queues.get(key) ?? { busy: 0, waiting: [] };
  queues.set(key, queue);
  await enter(queue);
  try {
    return await handshake();
  } finally {
    leave(key, queue);
  }
}
