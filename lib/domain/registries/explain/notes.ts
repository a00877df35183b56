import type { Target } from "../target";
import type { PlannedAttempt } from "./attempts";
import type { Assume, Note } from "./explanation";
import type { Ending } from "./outcome";

type Question = {
  target: Target;
  attempts: readonly PlannedAttempt[];
  result: Ending;
  assume: Assume;
};

const oldReleases = { A: "release-a", B: "release-b", C: "release-c", D: "release-d" } as const;

/** What an old release does otherwise than those of today. */
export function releaseNotes({ version: { text, family } }: Target): Note[] {
  const code = Object.entries(oldReleases).find(([old]) => old === family)?.[1];
  return code === undefined ? [] : [{ code, params: { version: text } }];
}

/** Releases with version 2 of the configuration read no template for version 3. */
const hasTemplate = ({ userTemplate, version: { family } }: Target) =>
  userTemplate !== false && (userTemplate !== "config-v3.toml.tmpl" || family >= "H");

/** Mirrors and TLS are files of their own since January 2024; credentials, and before it everything, are in config.toml. */
function templateNotes({ target, attempts }: Question): Note[] {
  if (!hasTemplate(target)) return [];
  if (target.version.family === "A") return [{ code: "template-registries", params: {} }];
  const keys = attempts.flatMap(({ credential }) => (credential?.source === "file" ? [credential.key] : []));
  const hosts = [...new Set(keys)].join(", ");
  return hosts === "" ? [] : [{ code: "template-login", params: { hosts } }];
}

/** The last attempt, or the first of the two that http with TLS settings makes. */
const isLastHost = (attempts: readonly PlannedAttempt[], index: number) =>
  index === attempts.length - 1 ||
  (index === attempts.length - 2 && (attempts[index]?.fallsBackOn ?? []).length > 0);

/**
 * containerd 2.1 asks the last host once more after 500, 503 and 504 (core/remotes/docker/resolver.go v2.1.4,
 * retryRequest); since 2.3.3 a 403 is followed by a GET that fetches what the registry says about it.
 */
function repeatNotes({ target, attempts, result, assume }: Question): Note[] {
  const { family } = target.version;
  const made = attempts.slice(0, result.outcome === "pulled" ? result.attempt : attempts.length);
  return made.flatMap(({ url, dead }, index): Note[] => {
    const answer = dead ? undefined : assume[String(index + 1)];
    if (answer === "5xx" && family >= "J" && isLastHost(attempts, index)) {
      return [{ code: "asked-twice", params: { url } }];
    }
    return answer === "403" && family >= "L" ? [{ code: "asked-for-reason", params: { url } }] : [];
  });
}

/** Before December 2024 registries that give tokens refused rewritten pulls (k3s#11191). */
function scopeNotes({ target, attempts }: Question): Note[] {
  if (target.version.family >= "G") return [];
  const rewrite = attempts.find((attempt) => attempt.rewrite !== null)?.rewrite;
  return rewrite ? [{ code: "scope-before-rewrite", params: { before: rewrite.before } }] : [];
}

/** What there is to know of a pull besides its attempts. */
export const notesOf = (question: Question): Note[] => [
  ...releaseNotes(question.target),
  ...templateNotes(question),
  ...scopeNotes(question),
  ...repeatNotes(question),
];
