import { type Fault, type Outcome, unbegunOutcomes } from "./outcomes";

type Told = { outcome: Outcome; fault: { code: Fault; params: Readonly<Record<string, string>> } };

/** How a node stands after a fault; `told` is where the fault itself has the sentence for it. */
export type Standing = "told" | "untouched" | "restored" | "hands";

/** What was done by the time a node ended with a fault, each a sentence of the catalogue. */
export const deeds = [
  "not-begun",
  "nothing-sent",
  "connected-in-vain",
  "looked-and-left",
  "upload-dropped",
  "asked-in-vain",
  "asked-untouched",
  "noted",
  "rolled-back",
  "rollback-tried",
] as const;
export type Deed = (typeof deeds)[number];

/** Where a fault ends a node, if nothing had to be taken back. */
const deedOf: Record<Fault, Deed> = {
  unreachable: "connected-in-vain",
  "connection-refused": "connected-in-vain",
  "login-refused": "connected-in-vain",
  "host-key-unknown": "connected-in-vain",
  "host-key-changed": "connected-in-vain",
  "jump-failed": "connected-in-vain",
  "not-root": "looked-and-left",
  "sudo-password-wrong": "looked-and-left",
  "sudo-needs-terminal": "looked-and-left",
  "service-not-found": "looked-and-left",
  "service-ambiguous": "looked-and-left",
  "not-covered": "looked-and-left",
  "disk-full": "upload-dropped",
  "read-only": "looked-and-left",
  "not-writable": "looked-and-left",
  "secret-unavailable": "nothing-sent",
  "tls-path-missing": "looked-and-left",
  "node-busy": "looked-and-left",
  "file-changed": "looked-and-left",
  "findings-block": "looked-and-left",
  "template-stops": "looked-and-left",
  "connection-lost": "asked-in-vain",
  "upload-broken": "upload-dropped",
  "restart-failed": "upload-dropped",
  "not-active-in-time": "upload-dropped",
  "unit-flapping": "upload-dropped",
  "configuration-refused": "upload-dropped",
  "containerd-down": "upload-dropped",
  "not-ready": "upload-dropped",
  "content-differs": "upload-dropped",
  "not-generated": "upload-dropped",
  "test-pull-failed": "upload-dropped",
  "not-confirmed": "upload-dropped",
  "quorum-at-risk": "looked-and-left",
  "outage-not-agreed": "looked-and-left",
  "upgrade-not-agreed": "looked-and-left",
  "rollback-failed": "rollback-tried",
  stopped: "not-begun",
  "stopped-after-failures": "not-begun",
  interrupted: "noted",
  protocol: "noted",
};

const wasNeverBegun = ({ outcome }: Told): boolean => unbegunOutcomes.includes(outcome);

/** The connection broke, and the node said later that nothing had begun. */
const isKnownUntouched = ({ fault: { code, params } }: Told): boolean =>
  code === "connection-lost" && params["state"] === "untouched";

/** Says how a node stands: by its outcome where that tells more than the fault. */
export function standingOf(told: Told): Standing {
  if (told.outcome === "rolled-back") return "restored";
  if (told.outcome === "rollback-failed") return "hands";
  return wasNeverBegun(told) || isKnownUntouched(told) ? "untouched" : "told";
}

/** Says what was done about it already. A dry run brings nothing that could be thrown away. */
export function deedFor(told: Told, dryRun = false): Deed {
  if (told.outcome === "rolled-back") return "rolled-back";
  if (told.outcome === "rollback-failed") return "rollback-tried";
  if (wasNeverBegun(told)) return "not-begun";
  if (isKnownUntouched(told)) return "asked-untouched";
  const { code } = told.fault;
  return dryRun && deedOf[code] === "upload-dropped" ? "looked-and-left" : deedOf[code];
}
