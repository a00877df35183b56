import type { Finding } from "@/lib/domain/registries/lint/lint";
import type { Say } from "./say";

const at = ({ line, column }: Finding["range"]["start"]) => ({ line, column });

/** Findings as the API tells them, with their sentences from the namespaces `lint` and `findings`. */
export function wordFindings(findings: readonly Finding[], say: { lint: Say; findings: Say }) {
  const messageOf = ({ message: { catalogue, key }, params }: Finding): string =>
    catalogue === "lint" ? say.lint(`messages.${key}`, params) : say.findings(key, params);
  return findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    message: messageOf(finding),
    path: finding.path,
    range: { start: at(finding.range.start), end: at(finding.range.end) },
    fixes: finding.fixes.map(({ id, params, safe, text }) => ({
      id,
      title: say.lint(`fixes.${id}`, params),
      safe,
      text,
    })),
  }));
}

export type WordedFinding = ReturnType<typeof wordFindings>[number];
