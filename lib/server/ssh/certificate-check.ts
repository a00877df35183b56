import "server-only";
import type { CertificateRefusal, CertificateRefusalCode } from "@/lib/domain/nodes/certificate";
import { patternsCover } from "@/lib/domain/nodes/host-authority";
import { fail, ok, type Result } from "@/lib/domain/result";
import { checkSignature } from "./certificate-signature";
import type { Address } from "./connect";
import { type HostCertificate, readHostCertificate } from "./host-certificate";
import { fingerprintOf } from "./public-key";

/** `publicKey` is base64 of the wire form. */
export type Authority = { publicKey: string; patterns: string };

type Params = Record<string, string>;
type Asked = { certificate: HostCertificate; authority: Authority; address: Address; now: number };

const shown = 5;
const listed = (names: readonly string[]) =>
  names.slice(0, shown).join(", ") + (names.length > shown ? ", …" : "");
const dateOf = (time: number) => new Date(time).toISOString();

/** What OpenSSH asks of a host certificate (sshkey.c, `sshkey_cert_check_host`), each with what to say when it fails. */
const demands: [CertificateRefusalCode, (asked: Asked) => Params | null][] = [
  [
    "not-covered",
    ({ authority: { patterns }, address }) => (patternsCover(patterns, address) ? null : { patterns }),
  ],
  ["user", ({ certificate }) => (certificate.kind === "host" ? null : {})],
  [
    "critical-options",
    ({ certificate: { criticalOptions } }) =>
      criticalOptions.length === 0 ? null : { options: listed(criticalOptions) },
  ],
  [
    "not-yet-valid",
    ({ certificate: { validFrom }, now }) => (validFrom <= now ? null : { from: dateOf(validFrom) }),
  ],
  [
    "expired",
    ({ certificate: { validUntil }, now }) =>
      validUntil === null || now < validUntil ? null : { until: dateOf(validUntil) },
  ],
  // OpenSSH takes a certificate without names for every host; here a machine must be named.
  ["no-principals", ({ certificate: { principals } }) => (principals.length > 0 ? null : {})],
  [
    "principals",
    ({ certificate: { principals }, address }) =>
      principals.some((name) => name.toLowerCase() === address.host.toLowerCase())
        ? null
        : { names: listed(principals) },
  ],
];

const signatureRefusals = { wrong: "signature", weak: "algorithm" } as const;

type Question<A extends Authority> = {
  wire: Buffer;
  address: Address;
  authorities: readonly A[];
  now: number;
};

/** Whether a certificate vouches for the machine at an address, and by whose word. */
export function checkCertificate<A extends Authority>(
  question: Question<A>,
): Result<{ certificate: HostCertificate; authority: A }, CertificateRefusal> {
  const { wire, address, authorities, now } = question;
  const certificate = readHostCertificate(wire);
  if (!certificate) return fail({ code: "unreadable", params: {} });
  const signer = certificate.authority.toString("base64");
  const authority = authorities.find(({ publicKey }) => publicKey === signer);
  if (!authority)
    return fail({ code: "other-authority", params: { fingerprint: fingerprintOf(certificate.authority) } });
  const signature = checkSignature(certificate);
  if (signature !== "good") return fail({ code: signatureRefusals[signature], params: {} });
  for (const [code, demand] of demands) {
    const params = demand({ certificate, authority, address, now });
    if (params) return fail({ code, params: { host: address.host, ...params } });
  }
  return ok({ certificate, authority });
}
