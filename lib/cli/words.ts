import { createTranslator, type Messages } from "use-intl/core";
import englishCli from "@/lib/i18n/en/cli.json";
import englishExplain from "@/lib/i18n/en/explain.json";
import englishFindings from "@/lib/i18n/en/findings.json";
import englishLint from "@/lib/i18n/en/lint.json";
import type { Locale } from "@/lib/i18n/locales";
import type { Say } from "@/lib/i18n/say";
import chineseCli from "@/lib/i18n/zh-CN/cli.json";
import chineseExplain from "@/lib/i18n/zh-CN/explain.json";
import chineseFindings from "@/lib/i18n/zh-CN/findings.json";
import chineseLint from "@/lib/i18n/zh-CN/lint.json";

type Namespace = "cli" | "lint" | "findings" | "explain";

// Imported one by one, so that the command is one file that reads no other.
const catalogues: Record<Locale, Messages> = {
  en: { cli: englishCli, lint: englishLint, findings: englishFindings, explain: englishExplain },
  "zh-CN": { cli: chineseCli, lint: chineseLint, findings: chineseFindings, explain: chineseExplain },
};

export type Words = Record<Namespace, Say>;

/** What makes the command's sentences in a language. */
export function wordsOf(locale: Locale): Words {
  const messages = catalogues[locale];
  const sayIn = (namespace: Namespace): Say => createTranslator({ locale, namespace, messages });
  return {
    cli: sayIn("cli"),
    lint: sayIn("lint"),
    findings: sayIn("findings"),
    explain: sayIn("explain"),
  };
}
