export const locales = ["en", "zh-CN"] as const;
export type Locale = (typeof locales)[number];
const defaultLocale: Locale = "en";
export const localeCookie = "locale";

export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);

const quality = (part: string) => Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1);

/** The reader's language: the one they chose, else the best of the browser's list, else English. */
export function matchLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .slice(0, 20)
    .filter((part) => quality(part) > 0)
    .sort((one, other) => quality(other) - quality(one))
    .map((part) => part.trim().toLowerCase().split(/[-;]/)[0]);
  const language = wanted.find((name) => name === "en" || name === "zh");
  return language === "zh" ? "zh-CN" : defaultLocale;
}
