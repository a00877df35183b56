import { describe, expect, it } from "vitest";
import { checkCodes } from "@/lib/domain/registries/checks/finding";
import english from "@/lib/i18n/en/findings.json";
import chinese from "@/lib/i18n/zh-CN/findings.json";

describe.each([
  ["en", english],
  ["zh-CN", chinese],
])("the findings in %s", (_locale, catalogue) => {
  it("say every code a check can answer", () => {
    expect(checkCodes.filter((code) => !(code in catalogue))).toEqual([]);
  });
});

it("use the same parameters in both languages", () => {
  const params = (text: unknown) => [...new Set(String(text).match(/\{\w+(?=[,}])/g) ?? [])].toSorted();
  for (const code of checkCodes) expect(params(chinese[code]), code).toEqual(params(english[code]));
});
