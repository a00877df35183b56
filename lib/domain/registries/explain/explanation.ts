import type { ImageReference } from "../reference";
import type { Family } from "../target";

export const assumptions = ["ok", "404", "401", "403", "5xx", "tls", "refused", "timeout"] as const;
export type Assumption = (typeof assumptions)[number];
/** What is taken for the answer to an attempt, by its number from 1. An attempt that is not named works. */
export type Assume = Readonly<Record<string, Assumption>>;

export const reasonCodes = [
  /** An endpoint of the file, in its place. */
  "endpoint",
  /** The embedded registry, before all endpoints. */
  "embedded",
  /** The registry itself, after its endpoints; `default-kept` although the flag would forbid it. */
  "default",
  "default-kept",
  "wildcard-default",
  /** The registry itself, for which the file lists no endpoint. */
  "registry",
  "wildcard-settings",
  /** containerd knows nothing of the registry: no entry, a file it cannot read, a folder without a file. */
  "built-in",
  "built-in-kept",
  "file-rejected",
  "folder-without-file",
  /** http with TLS settings: first one, then the other. */
  "https-first",
  "http-fallback",
  /** No request can be made of it. */
  "unusable",
  /** RKE2's own way to its runtime image. */
  "runtime-endpoint",
  "runtime-default",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const failureCodes = [
  "invalid-reference",
  /** containerd does not start. */
  "containerd-config",
  "tls-pair",
  "tls-relative",
  "not-found",
  "status",
  "authorization",
  "tls",
  "refused",
  "timeout",
  "unusable",
  "all-failed",
] as const;
export type FailureCode = (typeof failureCodes)[number];

export const noteCodes = [
  /** What a release before April 2024 does otherwise; the attempts are a sketch of it. */
  "release-a",
  "release-b",
  "release-c",
  "release-d",
  /** A template of the node decides whether the credential, or anything of the file, reaches containerd. */
  "template-login",
  "template-registries",
  /** Requests that are made besides those of the list. */
  "asked-twice",
  "asked-for-reason",
  /** The token is for the repository as it was before the rewrite. */
  "scope-before-rewrite",
] as const;
export type NoteCode = (typeof noteCodes)[number];
/** Something to know of the whole pull. */
export type Note = Phrase<NoteCode>;

export type Params = Readonly<Record<string, string | number>>;
/** A sentence to be made in the reader's language: its key in the catalogue and what fills it. */
export type Phrase<Code extends string> = { code: Code; params: Params };

export type AttemptTls = {
  /** `verify`: system authorities and `ca`; `unverified`: encrypted, with anybody; `plain`: not encrypted. */
  mode: "verify" | "unverified" | "plain";
  ca: string | null;
  client: { cert: string; key: string } | null;
};

/** Where the answer to a 401 comes from; never its value. */
export type AttemptCredential =
  | { source: "file"; key: string; kind: "password" | "identity-token" | "auth" | "invalid" }
  | { source: "pod" };

export type Attempt = {
  url: string;
  method: "HEAD" | "GET";
  /** The `ns` parameter, which names the image's registry to a mirror. */
  namespace: string | null;
  rewrite: { pattern: string; before: string; after: string } | null;
  tls: AttemptTls;
  credential: AttemptCredential | null;
  reason: Phrase<ReasonCode>;
};

export type ExplainResult =
  | { outcome: "pulled"; family: Family; attempt: number; storedAs: string; error: null; notes: Note[] }
  | {
      outcome: "failed";
      family: Family;
      /** The attempt whose failure the user is told of. */
      attempt: number | null;
      storedAs: null;
      error: Phrase<FailureCode>;
      notes: Note[];
    };

export type Explanation = {
  reference: ImageReference | { error: string };
  /** The entry of the file that decides, and its folder in certs.d; RKE2 reads its runtime image without one. */
  entry: { key: string; directory: string | null } | null;
  attempts: Attempt[];
  /** What containerd may do instead, where it chooses at random: whole lists, without the one in `attempts`. */
  alternatives: Attempt[][];
  result: ExplainResult;
};
