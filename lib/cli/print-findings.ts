import type { Say } from "@/lib/i18n/say";
import type { WordedFinding } from "@/lib/i18n/word-findings";
import { printable, withoutLogins } from "./printable";

const severities = ["error", "warning", "info"] as const;

function linesOf({ range, severity, code, message, fixes }: WordedFinding, say: Say): string[] {
  const { line, column } = range.start;
  const titles = fixes.map(({ title }) => withoutLogins(title)).join(say("lint.or"));
  const first = `${line}:${column} ${say(`severity.${severity}`)} ${code} ${withoutLogins(message)}`;
  return titles === "" ? [first] : [first, `    ${say("lint.fix", { titles })}`];
}

/** One line for each finding, one more where it can be mended, and the count. */
export function printFindings(findings: readonly WordedFinding[], file: string, say: Say): string[] {
  const counts = Object.fromEntries(
    severities.map((name) => [name, findings.filter(({ severity }) => severity === name).length]),
  );
  const name = file === "-" ? say("input") : printable(file);
  const last = say(findings.length === 0 ? "lint.clean" : "lint.count", { file: name, ...counts });
  return [...findings.flatMap((finding) => linesOf(finding, say)), last];
}
