"use client";
import { useTranslations } from "next-intl";
import type { PushEventView } from "@/lib/domain/pushes/views";

/** A log line in words. An event of a newer node program that has no sentence yet shows its code and values. */
export function useEventText(): (event: PushEventView) => string {
  const t = useTranslations("pushes.events");
  const fault = useTranslations("faults");
  return ({ phase, code, params }) => {
    const outcome = params["outcome"];
    if (code === "node-ended" && outcome) {
      const key = `outcomes.${outcome}.word` as Parameters<typeof fault.has>[0];
      return t("node-ended", { outcome: fault.has(key) ? fault(key) : outcome });
    }
    const known = [`${phase}-${code}`, code].find((key) => t.has(key));
    if (known) return t(known, params);
    const values = Object.entries(params).map(([key, value]) => `${key}=${value}`);
    return [code, ...values].join(" ");
  };
}
