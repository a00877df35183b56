import { describe, expect, it } from "vitest";
import { wordFindings } from "@/app/api/v1/lint/wording";
import { lint } from "@/lib/domain/registries/lint/lint";
import { allCases } from "./cases/all";

const samples = Object.values(allCases).flatMap(({ hits }) => hits);
const findings = samples.flatMap((sample) => {
  const [yaml, target] = typeof sample === "string" ? [sample, {}] : sample;
  return lint(yaml, target);
});

describe.each(["en", "zh-CN"] as const)("findings in %s", (locale) => {
  it("all have a sentence, and so have their fixes", async () => {
    const worded = await wordFindings(findings, locale);
    const texts = worded.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]);
    expect(
      texts.filter((text) => text === "" || /\b(?:lint|findings)\.|[{}]{2}|undefined/.test(text)),
    ).toEqual([]);
  });

  it("never tell a password", async () => {
    const yaml = "configs:\n  a.b:\n    auth:\n      auth: 'me:hunter2'\n      password: hunter3 #4\n";
    const told = (await wordFindings(lint(yaml), locale)).map(({ message, fixes }) => [
      message,
      ...fixes.map(({ title }) => title),
    ]);
    expect(told.length).toBeGreaterThan(2);
    expect(JSON.stringify(told)).not.toContain("hunter");
  });
});
