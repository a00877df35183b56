import "server-only";
import { X509Certificate } from "node:crypto";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { DatedPath } from "@/lib/domain/nodes/machine-facts";
import type { Survey } from "@/lib/domain/nodes/survey";
import { textOf } from "@/lib/domain/nodes/told";

const most = { files: 64, bytes: 524_288 };

/** What `head` prints before each file of several. */
const fileMark = /^==> /m;

const pemPattern = /-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]{1,8192}-----END CERTIFICATE-----/;

/** The first certificate of a file is the one it is about; K3s looks at no other (pkg/daemons/control/deps, `expired`). */
function parseFirst(text: string): X509Certificate | null {
  const [pem] = pemPattern.exec(text) ?? [];
  if (pem === undefined) return null;
  try {
    return new X509Certificate(pem);
  } catch {
    // What is no certificate tells nothing; the others are looked at all the same.
    return null;
  }
}

const soonest = (ends: readonly DatedPath[]): DatedPath | null =>
  ends.reduce<DatedPath | null>((first, end) => (first === null || end.at < first.at ? end : first), null);

/** When the certificates of a service end. Undefined: the node sent none that can be read. */
export function readCertificateEnds(survey: Survey): NodeFacts["certificates"] {
  const text = textOf(survey, "certificates", most.bytes);
  const leaves: DatedPath[] = [];
  const authorities: DatedPath[] = [];
  for (const part of text.split(fileMark).slice(1, 1 + most.files)) {
    const [path] = /^\/\P{Cc}{1,4094}(?= <==$)/mu.exec(part) ?? [];
    const certificate = parseFirst(part);
    const at = certificate === null ? Number.NaN : Date.parse(certificate.validTo);
    if (path === undefined || certificate === null || Number.isNaN(at)) continue;
    (certificate.ca ? authorities : leaves).push({ path, at });
  }
  if (leaves.length + authorities.length === 0) return undefined;
  // A server signs its own; what lies at an agent it gets anew at each start.
  const own = leaves.filter(({ path }) => path.includes("/server/tls/"));
  return {
    leaf: soonest(own.length > 0 ? own : leaves),
    authority: soonest(authorities),
    own: own.length > 0,
  };
}
