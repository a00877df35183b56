import "server-only";
import { invariant } from "@/lib/domain/errors";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { depthNumber, usualDepth } from "@/lib/domain/pushes/verify-depth";
import { templateNames } from "@/lib/domain/registries/target";
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

function checkTemplates({ templates, facts }: ApplyRequest) {
  invariant(templates.length === 0 || facts.dataDir?.startsWith("/"), "the place of templates is known");
  invariant(new Set(templates.map(({ name }) => name)).size === templates.length, "a template is named once");
  for (const { name, expected, bytes, sha256 } of templates) {
    invariant(
      templateNames.some((known) => known === name),
      "a template has one of K3s's names",
    );
    invariant(expected === "absent" || isDigest(expected), "expected is a digest or absent");
    invariant(
      bytes === null ? sha256 === null : sha256 !== null && isDigest(sha256),
      "a template has a digest",
    );
    invariant(expected !== "absent" || bytes !== null, "what is not there is not taken away");
  }
}

function checkRequest(request: ApplyRequest) {
  const { facts } = request;
  invariant(/^[a-z0-9][a-z0-9-]{7,63}$/.test(request.transactionId), "a transaction id is plain");
  invariant(request.expected === "absent" || isDigest(request.expected), "expected is a digest or absent");
  invariant(isDigest(request.file.sha256), "the file has a digest");
  invariant(facts.registriesPath?.startsWith("/"), "the place of the file is known");
  invariant(request.writeOnly || facts.unit !== null, "a restart needs a unit");
  invariant(!request.writeOnly || !request.confirmSeconds, "what restarts nothing waits for nobody");
  checkTemplates(request);
  for (const { path, sha256 } of request.certificates) {
    invariant(
      ownedPath.test(path) && path.includes(sha256.slice(0, 16)),
      "a certificate is named by content",
    );
  }
}

function applyOptions(request: ApplyRequest): Options {
  checkRequest(request);
  const timing = { ...defaultTiming[request.facts.distribution ?? "k3s"], ...request.timing };
  return [
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
    ["depth", depthNumber(request.verifyDepth ?? usualDepth)],
    ["image", request.testImage ?? ""],
    ["confirm", request.confirmSeconds ?? ""],
    ...request.templates.map(
      ({ name, expected, sha256 }) => ["template", `${name} ${expected} ${sha256 ?? "absent"}`] as const,
    ),
    ...request.requiredPaths.map((path) => ["require", path] as const),
    ...(request.generated?.files ?? []).map(
      ({ path, sha256 }) => ["generated", `${sha256} ${path}`] as const,
    ),
  ];
}

/** Standard input of `rehearse`: what `apply` is told, and of the files only what they are. */
export function rehearseFrames(request: ApplyRequest): Buffer[] {
  const files = [request.file, ...request.certificates, ...request.templates];
  const need = files.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  return [
    encodeOptions([
      ...applyOptions(request),
      ["need", need],
      ...request.certificates.map(({ path, sha256 }) => ["deliver", `${sha256} ${path}`] as const),
    ]),
  ];
}

/** Standard input of `apply`: options, certificates, templates, then the file, so that what it names is there before it. */
export function applyFrames(request: ApplyRequest): Buffer[] {
  const options = applyOptions(request);
  const certificates = request.certificates.map((file) =>
    encodeFrame({ kind: "certificate", bytes: file.bytes, mode: file.mode, path: file.path }),
  );
  const templates = request.templates.flatMap(({ name, bytes }) =>
    bytes === null ? [] : [encodeFrame({ kind: "template", bytes, mode: 0o600, path: name })],
  );
  const file = encodeFrame({ kind: "file", bytes: request.file.bytes, mode: 0o600, path: "-" });
  return [encodeOptions(options), ...certificates, ...templates, file, endFrame()];
}
