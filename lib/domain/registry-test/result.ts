import type { NodeFault } from "@/lib/domain/nodes/views";

/** What a test does, in its order. */
export const testSteps = ["dns", "connect", "tls", "api", "login"] as const;
export type TestStep = (typeof testSteps)[number];

/** Why a step failed. Each has a sentence in the catalogue; `params` fill it and hold no secret. */
export const testFaults = [
  "address-unusable",
  "blocked-address",
  "dns-missing",
  "dns-failed",
  "resolver-missing",
  "refused",
  "unreachable",
  "timeout",
  "reset",
  "connection-failed",
  "forwarding-forbidden",
  "plain-http-on-https",
  "https-on-http",
  "not-tls",
  "tls-refused",
  "client-certificate-needed",
  "client-certificate-unusable",
  "node-file-missing",
  "node-file-unreadable",
  "self-signed",
  "unknown-ca",
  "ca-other-key",
  "chain-incomplete",
  "expired",
  "not-yet-valid",
  "certificate-refused",
  "name-mismatch",
  "names-missing",
  "answer-unreadable",
  "not-a-registry",
  "redirected",
  "server-error",
  "challenge-unknown",
  "realm-refused",
  "login-needed",
  "login-unusable",
  "login-refused",
  "token-refused",
  "token-unreadable",
  "token-not-accepted",
] as const;
export type TestFaultCode = (typeof testFaults)[number];

/** What a step that did not fail has to say. */
export const testNotes = [
  "resolved",
  "address-given",
  "connected",
  "verified",
  "unverified",
  "plain",
  "open",
  "asks-login",
  "not-asked",
  "signed-in",
  "anonymous",
] as const;
export type TestNoteCode = (typeof testNotes)[number];

/** What the test could not take into account: who asked does not have it, may not send it there, or pulls another way. */
export const testRemarks = [
  "ca-on-node",
  "client-on-node",
  "client-incomplete",
  "login-typed",
  "login-not-pushed",
  "login-not-on-node",
  "no-system-roots",
  "proxy",
] as const;
export type TestRemarkCode = (typeof testRemarks)[number];

export type TestParams = Readonly<Record<string, string | number>>;
export type TestFault = { code: TestFaultCode; params: TestParams };
export type TestNote = { code: TestNoteCode; params: TestParams };
export type TestRemark = { code: TestRemarkCode; params: TestParams };

/** `warning`: the pull goes on all the same, such as where TLS is not verified on purpose. */
export type StepOutcome = "ok" | "warning" | "failed" | "not-needed" | "not-reached";
export type StepResult = {
  step: TestStep;
  outcome: StepOutcome;
  /** How long it took; null when nothing was done. */
  ms: number | null;
  fault: TestFault | null;
  note: TestNote | null;
};

/** A certificate that the server showed, the one of the server itself first. */
export type SeenCertificate = {
  subject: string;
  issuer: string;
  names: string[];
  notBefore: string;
  notAfter: string;
  /** SHA-256 of its DER form, in hex. */
  fingerprint: string;
};

/** The node that asked, and why it could not. */
export type AskingNode = { id: string; name: string; fault: NodeFault | null };

export type RegistryTestResult = {
  /** Who asked: a node, or with null this server. */
  node: AskingNode | null;
  /** What was asked first. */
  url: string;
  measuredAt: string;
  ok: boolean;
  ms: number;
  steps: StepResult[];
  certificates: SeenCertificate[];
  remarks: TestRemark[];
};

export const fault = (code: TestFaultCode, params: TestParams = {}): TestFault => ({ code, params });
export const note = (code: TestNoteCode, params: TestParams = {}): TestNote => ({ code, params });

const shownNames = 8;

/** Names for a sentence: the first of them, and how many more there are. */
export const listNames = (names: readonly string[]) => ({
  names: names.slice(0, shownNames).join(", "),
  more: Math.max(0, names.length - shownNames),
});
