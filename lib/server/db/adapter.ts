import "server-only";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { type Adapter, createGate, plain } from "./gate";

type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;
type Factory = Pick<PrismaBetterSqlite3, "provider" | "adapterName" | "connect">;

const toTransaction = (inner: Adapter, leave: () => void): Transaction => ({
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
});

/**
 * What SQLite takes (SQLITE_MAX_VARIABLE_NUMBER) since 3.32; Prisma believes in 999 and fails where a list of more rows
 * takes the first of its own along, such as the last push of each node.
 */
const maxBindValues = 32_766;

/**
 * The adapter of Prisma 7.10.0 holds a single connection and lets a query made outside a transaction run inside
 * whichever one is open: such a write was confirmed and then lost when that transaction rolled back. Here everything
 * waits for the open transaction, and a transaction takes the write lock at once, so that two processes queue up
 * where a lock taken later would fail.
 */
function serialize(inner: Adapter): Adapter {
  const gate = createGate(inner);
  const startTransaction = () =>
    new Promise<Transaction>((opened, failed) => {
      const stayed = gate.stay(async () => {
        await inner.executeRaw(plain("BEGIN IMMEDIATE"));
        await new Promise<void>((leave) => opened(toTransaction(inner, leave)));
      });
      stayed.catch(failed);
    });
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => gate.run(query, () => inner.queryRaw(query)),
    executeRaw: (query) => gate.run(query, () => inner.executeRaw(query)),
    executeScript: (script) => gate.stay(() => inner.executeScript(script)),
    startTransaction,
    getConnectionInfo: () => ({ maxBindValues, supportsRelationJoins: false }),
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
