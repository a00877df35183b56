import { describe, expect, it } from "vitest";
import { wordsOf } from "@/lib/cli/words";
import { lint } from "@/lib/domain/registries/lint/lint";
import { wordFindings } from "@/lib/i18n/word-findings";
import { allCases } from "./cases/all";

const samples = Object.values(allCases).flatMap(({ hits }) => hits);
const findings = samples.flatMap((sample) => {
  const [yaml, target] = typeof sample === "string" ? [sample, {}] : sample;
  return lint(yaml, target);
});

describe.each(["en", "zh-CN"] as const)("findings in %s", (locale) => {
  it("all have a sentence, and so have their fixes", () => {
    const worded = wordFindings(findings, wordsOf(locale));
    const texts = worded.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]);
    expect(
      texts.filter((text) => text === "" || /\b(?:lint|findings)\.|[{}]{2}|undefined/.test(text)),
    ).toEqual([]);
  });

  it("never tell a password", () => {
    const yaml = "configs:\n  a.b:\n    auth:\n      auth: 'me:hunter2'\n      password: hunter3 #4\n";
    const told = wordFindings(lint(yaml), wordsOf(locale)).map(({ message, fixes }) => [
      message,
      ...fixes.map(({ title }) => title),
    ]);
    expect(told.length).toBeGreaterThan(2);
    expect(JSON.stringify(told)).not.toContain("hunter");
  });
});
