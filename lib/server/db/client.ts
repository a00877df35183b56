import "server-only";
import { env } from "@/lib/server/env";
import { singleton } from "@/lib/server/singleton";
import { sqliteAdapter } from "./adapter";
import { type Prisma, PrismaClient } from "./generated/sqlite/client";

export type Db = PrismaClient;
/** The client inside `db().$transaction(async (tx) => …)`. Only `tx` may be used there: `db()` would wait for its end. */
export type Tx = Prisma.TransactionClient;

const open = (): Db =>
  new PrismaClient({
    adapter: sqliteAdapter(env.databaseFile),
    errorFormat: "minimal",
    log: [],
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });

/** The one client of this process. */
export const db = (): Db => singleton("db", open);
