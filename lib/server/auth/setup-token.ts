import "server-only";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pages } from "@/lib/domain/paths";
import { db, type Tx } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { isSetUp } from "./setup-state";

const key = "setup.token";
const hash = (token: string) => createHash("sha256").update(token).digest("hex");
const tokenFile = () => join(env.dataFolder, "setup-token");

export const removeTokenFile = () => rmSync(tokenFile(), { force: true });

/**
 * While nobody can log in: makes a new token, keeps its hash, and tells it to whoever sees the console or may read the
 * data folder. Each start makes another one.
 */
export async function announceSetup(): Promise<void> {
  if (await isSetUp()) return removeTokenFile();
  const token = randomBytes(18).toString("base64url");
  await db().setting.upsert({
    where: { key },
    create: { key, value: hash(token) },
    update: { value: hash(token) },
  });
  removeTokenFile();
  writeFileSync(tokenFile(), `${token}\n`, { mode: 0o600, flag: "wx" });
  const address = env.url ?? `http://localhost:${env.port}`;
  // A sentence for a person, not a log line: the log never holds the token.
  process.stdout.write(
    `\nTo set up Pullpath, open ${address}${pages.setup()} and enter this setup token: ${token}\n\n`,
  );
}

/** Whether this is the current token, in a time that does not tell how much of it is right. */
export async function isSetupToken(token: string): Promise<boolean> {
  const row = await db().setting.findUnique({ where: { key } });
  return row !== null && timingSafeEqual(Buffer.from(row.value), Buffer.from(hash(token)));
}

/** Uses the token up. Of several transactions that hold it only the first gets true. */
export async function consumeSetupToken(tx: Tx, token: string): Promise<boolean> {
  const { count } = await tx.setting.deleteMany({ where: { key, value: hash(token) } });
  return count === 1;
}
