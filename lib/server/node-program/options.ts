import "server-only";
import { invariant } from "@/lib/domain/errors";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { encodeFrame, encodeOptions, endFrame, type Options } from "./frames";
import { programDigest } from "./program";
import { type ApplyRequest, defaultTiming } from "./request";

export type Location = Pick<
  NodeFacts,
  "unit" | "manager" | "distribution" | "role" | "dataDir" | "registriesPath" | "nodeName" | "binary"
>;

export const locationOptions = (at: Location): Options => [
  ["unit", at.unit ?? ""],
  ["manager", at.manager ?? ""],
  ["distribution", at.distribution ?? "k3s"],
  ["role", at.role ?? "server"],
  ["data", at.dataDir ?? ""],
  ["path", at.registriesPath ?? ""],
  ["node", at.nodeName ?? ""],
  ["binary", at.binary ?? ""],
];

const isDigest = (text: string) => /^[0-9a-f]{64}$/.test(text);
const ownedPath = /^\/etc\/rancher\/pullpath\/tls\/[0-9a-f]{16}\.(crt|key)$/;

function checkRequest(request: ApplyRequest) {
  const { facts } = request;
  invariant(/^[a-z0-9][a-z0-9-]{7,63}$/.test(request.transactionId), "a transaction id is plain");
  invariant(request.expected === "absent" || isDigest(request.expected), "expected is a digest or absent");
  invariant(isDigest(request.file.sha256), "the file has a digest");
  invariant(facts.registriesPath?.startsWith("/"), "the place of the file is known");
  invariant(request.writeOnly || facts.unit !== null, "a restart needs a unit");
  for (const { path, sha256 } of request.certificates) {
    invariant(
      ownedPath.test(path) && path.includes(sha256.slice(0, 16)),
      "a certificate is named by content",
    );
  }
}

/** Standard input of `apply`: options, certificates, then the file, so that what the file names is there before it. */
export function applyFrames(request: ApplyRequest): Buffer[] {
  checkRequest(request);
  const timing = { ...defaultTiming[request.facts.distribution ?? "k3s"], ...request.timing };
  const options: Options = [
    ["id", request.transactionId],
    ...locationOptions(request.facts),
    ["expected", request.expected],
    ["wanted", request.file.sha256],
    ["program", programDigest],
    ["watch", timing.watchSeconds],
    ["active-limit", timing.activeSeconds],
    ["verify-limit", Math.max(timing.verifySeconds, timing.watchSeconds + 1)],
    ["write-only", request.writeOnly ? "yes" : "no"],
    ["enforce", request.generated?.enforce ? "yes" : "no"],
    ...request.requiredPaths.map((path) => ["require", path] as const),
    ...(request.generated?.files ?? []).map(
      ({ path, sha256 }) => ["generated", `${sha256} ${path}`] as const,
    ),
  ];
  const certificates = request.certificates.map((file) =>
    encodeFrame({ kind: "certificate", bytes: file.bytes, mode: file.mode, path: file.path }),
  );
  const file = encodeFrame({ kind: "file", bytes: request.file.bytes, mode: 0o600, path: "-" });
  return [encodeOptions(options), ...certificates, file, endFrame()];
}
