import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { describeCertificate } from "./describe-certificate";
import { fingerprintOf } from "./fingerprint";
import type { CheckedCertificate } from "./inspect-certificate";
import { sealKey } from "./sealed-key";

type NewVersion = { certificateId: string; number: number; checked: CheckedCertificate };

/** Versions are only added; the private key is sealed, the rest is public by nature. */
export const insertVersion = async (tx: Tx, actor: Actor, { certificateId, number, checked }: NewVersion) => {
  const id = randomUUID();
  const key = checked.key?.pemWithSecret ?? null;
  const keyFingerprint = key === null ? null : fingerprintOf(key);
  const facts = describeCertificate({ pem: checked.pem, keyFingerprint });
  await tx.certificateVersion.create({
    data: {
      id,
      certificateId,
      number,
      pem: checked.pem,
      fingerprint: facts.fingerprint,
      subject: facts.subject,
      issuer: facts.issuer,
      names: JSON.stringify(facts.names),
      notBefore: facts.notBefore,
      notAfter: facts.notAfter,
      sealedKey: key === null ? null : sealKey(key, id),
      keyFingerprint,
      createdByName: actor.name,
    },
  });
  return facts;
};
