import "server-only";
import type * as z from "zod/mini";
import { AppError } from "@/lib/domain/errors";
import type { CertificateRefusal } from "@/lib/domain/nodes/certificate";
import { isOfAnother } from "@/lib/domain/nodes/known-key";
import type { trustHostKeySchema } from "@/lib/domain/nodes/schema";
import type { HostKeyOffer } from "@/lib/domain/nodes/views";
import { ok, type Result } from "@/lib/domain/result";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { provesHostKey } from "@/lib/server/ssh/host-key";
import { asking, fetchOffer, type Offered } from "./fetch-offer";
import type { VouchedKey } from "./judge-certificate";
import { byPerson, storeHostKey } from "./known-host";
import { storeVouched } from "./store-vouched";

function toCertificate(
  judged: Result<VouchedKey, CertificateRefusal> | undefined,
): HostKeyOffer["certificate"] {
  if (!judged?.ok) return judged ?? null;
  const { authority, certificate } = judged.value;
  const { keyId, serial, validUntil } = certificate;
  return ok({
    authority: { id: authority.id, name: authority.name },
    keyId,
    serial,
    validUntil: validUntil === null ? null : new Date(validUntil).toISOString(),
  });
}

/** Asks the machine for its host key and shows it; nothing is trusted and no login is tried. */
export async function offerHostKey(id: string, actor: Actor): Promise<HostKeyOffer> {
  authorize(actor, "nodes:write");
  const { node, judged, offer } = await fetchOffer(id, true);
  const known = node.known.find(({ publicKey }) => publicKey !== offer.publicKey) ?? node.known[0];
  return {
    host: node.host,
    port: node.port,
    algorithm: offer.algorithm,
    fingerprint: offer.fingerprint,
    trusted: known ? { algorithm: known.algorithm, fingerprint: known.fingerprint } : null,
    certificate: toCertificate(judged),
  };
}

type Trust = Omit<z.infer<typeof trustHostKeySchema>, "by"> & { by?: "person" | "authority" };

/** By a person: another key than the known one only when that was said. */
async function trustByPerson({ node, offer }: Offered, replace: boolean, actor: Actor): Promise<void> {
  const replaced = node.known.find(({ publicKey }) => publicKey !== offer.publicKey);
  const replaces = replaced !== undefined;
  if (replaces && !replace)
    throw new AppError("conflict", "hostKeyReplaces", { params: { name: node.name } });
  if (replaces) authorize(actor, "host-keys:replace");
  await db().$transaction(async (tx) => {
    await storeHostKey(tx, node, { key: offer, origin: { ...byPerson, trustedByName: actor.name } });
    await recordAudit(tx, actor, {
      action: replaces ? "node.host-key-replaced" : "node.host-key-trusted",
      target: { type: "node", id: node.id, name: node.name },
      detail: {
        fingerprint: offer.fingerprint,
        replaced: replaced?.fingerprint ?? null,
      },
    });
  });
}

/** By an authority: anybody may show a certificate, so the machine must prove first that it has the key in it. */
async function trustByAuthority({ node, own, asked, judged }: Offered, actor: Actor): Promise<void> {
  const { name } = node;
  if (!judged?.ok) throw new AppError("conflict", "hostKeyNotVouched", { params: { name } });
  const { key, authority } = judged.value;
  const isHeld = own !== null && own.authorityId !== authority.id;
  const handsOver = isHeld || isOfAnother(node, { publicKey: key.publicKey, authorityId: authority.id });
  // From then on its certificates replace the key, where only an administrator or another authority could.
  if (handsOver) authorize(actor, "host-keys:replace");
  if (!(await asking(node, () => provesHostKey(asked, key))))
    throw new AppError("conflict", "hostKeyUnproven", { params: { name, fingerprint: key.fingerprint } });
  if (!(await storeVouched(node, { ...judged.value, handsOver }, actor)))
    throw new AppError("conflict", "hostKeyTrusted", { params: { name } });
}

/**
 * Trusts the key with the fingerprint that a person compared, or saw an authority vouch for. The key is fetched again: one
 * that has another fingerprint by now is not stored, and one that would replace a key trusted at this address only when
 * that was said, or by the word of the authority that vouched for both. A key that a person trusts can be left to it.
 */
export async function trustHostKey(id: string, input: Trust, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  const isVouched = input.by === "authority";
  const offered = await fetchOffer(id, isVouched);
  const { node, offer } = offered;
  if (offer.fingerprint !== input.fingerprint.replace(/=$/, ""))
    throw new AppError("conflict", "hostKeyDiffers", {
      params: { name: node.name, fingerprint: offer.fingerprint },
    });
  if (isVouched) return trustByAuthority(offered, actor);
  return trustByPerson(offered, input.replace, actor);
}
