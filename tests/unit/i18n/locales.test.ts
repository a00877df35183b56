import { expect, it } from "vitest";
import { matchLocale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

it.each([
  ["zh-CN", "en", "zh-CN"],
  ["nonsense", "zh", "zh-CN"],
  [undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
  [undefined, "en-GB,en;q=0.9,zh;q=0.1", "en"],
  [undefined, "fr,zh-TW;q=0.5,en;q=0.4", "zh-CN"],
  [undefined, "zh;q=0, en", "en"],
  [undefined, "fr", "en"],
  [undefined, null, "en"],
])("reads the choice %s and the list %s as %s", (chosen, list, locale) => {
  expect(matchLocale(chosen, list)).toBe(locale);
});

const keysOf = (value: unknown, path = ""): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, item]) => keysOf(item, `${path}/${key}`))
    : [path];

it("has the same texts in every language", async () => {
  const [english, chinese] = await Promise.all([loadMessages("en"), loadMessages("zh-CN")]);
  expect(keysOf(chinese).sort()).toEqual(keysOf(english).sort());
});
