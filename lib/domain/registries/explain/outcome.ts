import type { ImageReference } from "../reference";
import type { Family } from "../target";
import type { PlannedAttempt } from "./attempts";
import type { Assume, Assumption, ExplainResult, FailureCode, Phrase } from "./explanation";

/** A result without what there is to know besides. */
export type Ending = ExplainResult extends infer Result
  ? Result extends ExplainResult
    ? Omit<Result, "notes">
    : never
  : never;

type Failure = { attempt: number; kind: Exclude<Assumption, "ok"> | "unusable" };

const codes: Readonly<Record<Failure["kind"], FailureCode>> = {
  "404": "not-found",
  "401": "authorization",
  "403": "status",
  "5xx": "status",
  tls: "tls",
  refused: "refused",
  timeout: "timeout",
  unusable: "unusable",
};

/** How far a request got: no answer or no access, not found, another answer. */
function progress({ kind }: Failure): number {
  if (kind === "404") return 2;
  return kind === "403" || kind === "5xx" ? 3 : 1;
}

/**
 * Which failure the user is told of. Up to containerd 1.7 the first that is not 404; from 2.0 the first of those that
 * got furthest (core/remotes/docker/resolver.go, Resolve).
 */
function reported(failures: readonly Failure[], family: Family): Failure | undefined {
  if (family < "H") return failures.find(({ kind }) => kind !== "404") ?? failures[0];
  const furthest = Math.max(...failures.map(progress));
  return failures.find((failure) => progress(failure) === furthest);
}

type Walk = { pulledAt: number | null; failures: Failure[] };

/** Goes through the attempts as containerd does, with the answers that are assumed. */
function walk(attempts: readonly PlannedAttempt[], assume: Assume): Walk {
  const failures: Failure[] = [];
  let skip = false;
  for (const [index, { dead, fallsBackOn }] of attempts.entries()) {
    const attempt = index + 1;
    if (skip) {
      skip = false;
      continue;
    }
    const answer = dead ? "unusable" : (assume[String(attempt)] ?? "ok");
    if (answer === "ok") return { pulledAt: attempt, failures };
    const fallsBack = answer !== "unusable" && fallsBackOn.includes(answer);
    skip = fallsBackOn.length > 0 && !fallsBack;
    if (!fallsBack) failures.push({ attempt, kind: answer });
  }
  return { pulledAt: null, failures };
}

type Question = { reference: ImageReference; assume: Assume; family: Family };

/** How the pull ends. */
export function resultOf(attempts: readonly PlannedAttempt[], question: Question): Ending {
  const { reference, assume, family } = question;
  const { pulledAt, failures } = walk(attempts, assume);
  if (pulledAt !== null) {
    return { outcome: "pulled", family, attempt: pulledAt, storedAs: reference.normalized, error: null };
  }
  const failure = reported(failures, family);
  const params = {
    image: reference.normalized,
    url: attempts[(failure?.attempt ?? 0) - 1]?.url ?? "",
    status: failure?.kind ?? "",
  };
  return failed(family, { code: failure ? codes[failure.kind] : "not-found", params }, failure?.attempt);
}

/** How RKE2's own puller ends: it goes through all and joins their errors (wharfie v0.7.1, registries.go, Image). */
export function runtimeResult(attempts: readonly PlannedAttempt[], question: Question): Ending {
  const { pulledAt } = walk(attempts, question.assume);
  if (pulledAt === null) {
    return failed(question.family, { code: "all-failed", params: { count: attempts.length } });
  }
  return resultOf(attempts, question);
}

export function failed(family: Family, error: Phrase<FailureCode>, attempt?: number): Ending {
  return { outcome: "failed", family, attempt: attempt ?? null, storedAs: null, error };
}
