import "server-only";
import type { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

export type Adapter = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type Query = Parameters<Adapter["queryRaw"]>[0];

export const plain = (sql: string): Query => ({ sql, args: [], argTypes: [] });

/** A statement that waits; `again` runs it by itself and tells its caller how that went. */
type Write = { kind: "write"; run: () => Promise<Ran>; again: () => Promise<void> };
/** How a statement of a group went; its caller hears it by `tell`, once the group is on the disk. */
type Ran = { error: unknown; tell: () => void };
/** Somebody who wants the connection for himself; `enter` resolves when it is given back. */
type Stay = { kind: "stay"; enter: () => Promise<void> };

const isRead = ({ sql }: Query) => /^\s*SELECT\b/i.test(sql);

/** A violated constraint undoes one statement; anything else may have undone the whole transaction. */
const isOwnFault = (error: unknown): boolean =>
  /ConstraintViolation$/.test(String((error as { cause?: { kind?: unknown } }).cause?.kind));

function toWrite<Value>(
  statement: () => Promise<Value>,
  { resolve, reject }: { resolve: (value: Value) => void; reject: (error: unknown) => void },
): Write {
  return {
    kind: "write",
    run: () =>
      statement().then(
        (value): Ran => ({ error: null, tell: () => resolve(value) }),
        (error: unknown): Ran => ({ error, tell: () => reject(error) }),
      ),
    again: () => statement().then(resolve, reject),
  };
}

/** Runs writes in one transaction. Where that cannot be kept each runs by itself, as if there had been no group. */
async function commitTogether(writes: readonly Write[], inner: Adapter): Promise<void> {
  const ran: Ran[] = [];
  try {
    await inner.executeRaw(plain("BEGIN IMMEDIATE"));
    for (const { run } of writes) {
      const one = await run();
      if (one.error !== null && !isOwnFault(one.error)) throw one.error;
      ran.push(one);
    }
    await inner.executeRaw(plain("COMMIT"));
  } catch {
    await inner.executeRaw(plain("ROLLBACK")).catch(() => undefined);
    for (const { again } of writes) await again();
    return;
  }
  for (const { tell } of ran) tell();
}

/** So long after many writes went together others gather; who comes alone, one after the other, waits for nobody. */
const restMs = 5;

/** Serves who waits longest: the writes up to the next stay, or that. Answers whether many went together. */
async function serve(queue: (Write | Stay)[], inner: Adapter): Promise<boolean> {
  const [first] = queue;
  if (first?.kind === "stay") {
    queue.shift();
    await first.enter();
    return false;
  }
  const end = queue.findIndex(({ kind }) => kind === "stay");
  const writes = queue.splice(0, end < 0 ? queue.length : end) as Write[];
  if (writes.length > 1) await commitTogether(writes, inner);
  else await writes[0]?.again();
  return writes.length > 1;
}

/**
 * Who may use the one connection: a transaction, or statements that stand alone. Of those, writes that come in one turn
 * of the event loop, or right after others, share a transaction of their own, so that many wait for the disk once; each
 * still fails by itself, and is confirmed when it is on the disk. Reads do not wait for writes that nobody was told of.
 */
export function createGate(inner: Adapter) {
  const queue: (Write | Stay)[] = [];
  let isTaken = false;
  let isCalled = false;
  let wroteAt = 0;
  const call = () => {
    if (isTaken || isCalled || queue.length === 0) return;
    isCalled = true;
    const isForWrites = queue.every(({ kind }) => kind === "write");
    const rest = isForWrites ? wroteAt + restMs - performance.now() : 0;
    if (rest > 0) setTimeout(() => void work(), rest);
    else setImmediate(() => void work());
  };
  const work = async () => {
    isCalled = false;
    isTaken = true;
    do if (await serve(queue, inner)) wroteAt = performance.now();
    while (queue[0]?.kind === "stay");
    isTaken = false;
    call();
  };
  const stay = <Value>(enter: () => Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      queue.push({ kind: "stay", enter: () => enter().then(resolve, reject) });
      call();
    });
  const write = <Value>(statement: () => Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      queue.push(toWrite(statement, { resolve, reject }));
      call();
    });
  return {
    /** Runs the work once nobody else uses the connection, and keeps everybody else out meanwhile. */
    stay,
    /** Runs a statement that belongs to no transaction. */
    run: <Value>(query: Query, statement: () => Promise<Value>): Promise<Value> => {
      if (!isRead(query)) return write(statement);
      return isTaken ? stay(statement) : statement();
    },
  };
}
