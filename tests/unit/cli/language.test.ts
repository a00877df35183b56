import { describe, expect, it } from "vitest";
import { localeOf } from "@/lib/cli/language";

describe("the language of the environment", () => {
  it.each([
    [{}, "en"],
    [{ LANG: "zh_CN.UTF-8" }, "zh-CN"],
    [{ LANG: "zh" }, "zh-CN"],
    [{ LANG: "zh-Hans" }, "zh-CN"],
    [{ LANG: "zha" }, "en"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
    [{ LC_MESSAGES: "zh_CN", LANG: "en_US" }, "zh-CN"],
    [{ LC_ALL: "C", LC_MESSAGES: "zh_CN", LANG: "zh_CN" }, "en"],
    [{ LC_ALL: "", LANG: "zh_CN" }, "zh-CN"],
    [{ LC_ALL: "zh_TW.UTF-8", LANG: "en_US" }, "zh-CN"],
  ])("of %j is %s", (environment, locale) => {
    expect(localeOf(environment)).toBe(locale);
  });
});
