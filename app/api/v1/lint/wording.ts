import { createTranslator } from "use-intl/core";
import type { CheckParams } from "@/lib/domain/registries/checks/finding";
import type { Finding } from "@/lib/domain/registries/lint/lint";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

const at = ({ line, column }: Finding["range"]["start"]) => ({ line, column });

/** Findings as the API tells them, with their sentences in the reader's language. */
export async function wordFindings(findings: readonly Finding[], locale: Locale) {
  const messages = await loadMessages(locale);
  const own = createTranslator({ locale, namespace: "lint", messages });
  const checks = createTranslator({ locale, namespace: "findings", messages });
  const say = ({ catalogue, key }: Finding["message"], params: CheckParams): string =>
    catalogue === "lint" ? own(`messages.${key}`, params) : checks(key, params);
  return findings.map(({ code, severity, message, params, path, range, fixes }) => ({
    code,
    severity,
    message: say(message, params),
    path,
    range: { start: at(range.start), end: at(range.end) },
    fixes: fixes.map(({ id, params: values, safe, text }) => ({
      id,
      title: own(`fixes.${id}`, values),
      safe,
      text,
    })),
  }));
}
