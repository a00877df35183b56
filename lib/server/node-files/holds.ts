import "server-only";
import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/server/auth/actor";
import { openText, sealText } from "@/lib/server/secrets/vault";
import { singleton } from "@/lib/server/singleton";

/** A certificate to be stored when the definition that names it is saved. `key` is secret. */
export type HeldCertificate = { slug: string; name: string; certificate: string; key: string | null };

/** What a node's file holds and the browser does not get: secrets by their stand-ins, and TLS files. */
type HeldSecrets = { secrets: [standIn: string, text: string][]; certificates: HeldCertificate[] };

type Owner = Pick<Actor, "userId" | "sessionId" | "token">;
type Hold = { userId: string; by: string | null; expiresAt: number; sealed: Uint8Array };

const minutes = 15;
/** One file with all its TLS files is at most 5 MiB. */
const most = { session: 4, all: 32 };

const holds = singleton("node-files.holds", () => new Map<string, Hold>());
const context = (id: string) => `node-file:${id}`;
/** The session or the token. */
const meansOf = ({ sessionId, token }: Owner) => token?.id ?? sessionId;
const isOf = (hold: Hold, owner: Owner) => hold.userId === owner.userId && hold.by === meansOf(owner);

/** Oldest first, as a map keeps its order. */
function dropSome(isMeant: (hold: Hold) => boolean, kept: number): void {
  const meant = [...holds].filter(([, hold]) => isMeant(hold)).map(([id]) => id);
  for (const id of meant.slice(0, Math.max(0, meant.length - kept))) holds.delete(id);
}

export const newHoldId = (): string => randomBytes(16).toString("hex");

/** Keeps secrets of a node for a quarter of an hour, in memory and sealed, for this session or token of this person only. */
export function keepSecrets(owner: Owner, held: HeldSecrets & { id: string }, now = new Date()): void {
  const { id, ...content } = held;
  const expiresAt = now.getTime() + minutes * 60_000;
  dropSome((hold) => hold.expiresAt <= now.getTime(), 0);
  dropSome((hold) => isOf(hold, owner), most.session - 1);
  dropSome(() => true, most.all - 1);
  const sealed = sealText(JSON.stringify(content), context(id));
  holds.set(id, { userId: owner.userId, by: meansOf(owner), expiresAt, sealed });
  setTimeout(() => holds.delete(id), minutes * 60_000).unref();
}

/** What is held under this name. To everybody else and after its time it is as if it never was. */
export function openHeldSecrets(id: string, owner: Owner, now = new Date()): HeldSecrets {
  const hold = holds.get(id);
  if (!hold || !isOf(hold, owner) || hold.expiresAt <= now.getTime()) {
    throw new AppError("conflict", "nodeFileGone");
  }
  return JSON.parse(openText(hold.sealed, context(id))) as HeldSecrets;
}

export const dropHeldSecrets = (id: string): void => void holds.delete(id);
