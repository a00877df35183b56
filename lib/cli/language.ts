import type { Locale } from "@/lib/i18n/locales";

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of messages as POSIX finds it: the first of these that is set and not empty decides alone. */
export function localeOf(environment: Environment): Locale {
  const names = ["LC_ALL", "LC_MESSAGES", "LANG"];
  const chosen = names.map((name) => environment[name]).find((value) => value !== undefined && value !== "");
  return /^zh(?![a-z])/i.test(chosen ?? "") ? "zh-CN" : "en";
}
