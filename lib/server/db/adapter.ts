import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;
type Factory = Pick<PrismaBetterSqlite3, "provider" | "adapterName" | "connect">;
type Query = Parameters<Adapter["queryRaw"]>[0];

/** Lets callers through one at a time, in the order they came. */
function createGate() {
  let last: Promise<void> = Promise.resolve();
  return async (): Promise<() => void> => {
    const previous = last;
    let open = () => {};
    last = new Promise((resolve) => {
      open = resolve;
    });
    await previous;
    return open;
  };
}

const plain = (sql: string): Query => ({ sql, args: [], argTypes: [] });

/**
 * The adapter of Prisma 7.10.0 holds a single connection and lets a query made outside a transaction run inside
 * whichever one is open: such a write was confirmed and then lost when that transaction rolled back. Here everything
 * waits for the open transaction, and a transaction takes the write lock at once, so that two processes queue up
 * where a lock taken later would fail.
 */
function serialize(inner: Adapter): Adapter {
  const enter = createGate();
  const alone = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const leave = await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  const startTransaction = async (): Promise<Transaction> => {
    const leave = await enter();
    try {
      await inner.executeRaw(plain("BEGIN IMMEDIATE"));
    } catch (error) {
      leave();
      throw error;
    }
    return {
      provider: inner.provider,
      adapterName: inner.adapterName,
      options: { usePhantomQuery: false },
      queryRaw: (query) => inner.queryRaw(query),
      executeRaw: (query) => inner.executeRaw(query),
      commit: async () => leave(),
      rollback: async () => leave(),
      createSavepoint: async (name) => void (await inner.executeRaw(plain(`SAVEPOINT ${name}`))),
      rollbackToSavepoint: async (name) => void (await inner.executeRaw(plain(`ROLLBACK TO ${name}`))),
      releaseSavepoint: async (name) => void (await inner.executeRaw(plain(`RELEASE SAVEPOINT ${name}`))),
    };
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => alone(() => inner.queryRaw(query)),
    executeRaw: (query) => alone(() => inner.executeRaw(query)),
    executeScript: (script) => alone(() => inner.executeScript(script)),
    startTransaction,
    dispose: () => inner.dispose(),
  };
}

/** Opens a SQLite file for Prisma with the settings every connection of ours has. */
export function sqliteAdapter(file: string): Factory {
  const factory = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: 10_000 });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async (): Promise<Adapter> => {
      const connection = await factory.connect();
      await connection.executeScript("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL");
      return serialize(connection);
    },
  };
}
