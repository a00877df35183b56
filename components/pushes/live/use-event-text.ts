"use client";
import { useTranslations } from "next-intl";
import type { PushEventView } from "@/lib/domain/pushes/views";

/** A log line in words. An event of a newer node program that has no sentence yet shows its code and values. */
export function useEventText(): (event: PushEventView) => string {
  const t = useTranslations("pushes.events");
  const fault = useTranslations("faults");
  return ({ phase, code, params }) => {
    const outcome = params["outcome"];
    if ((code === "node-ended" || code === "finished") && outcome) {
      const key = `outcomes.${outcome}.word` as Parameters<typeof fault.has>[0];
      return t(code, { outcome: fault.has(key) ? fault(key) : outcome });
    }
    // The node waits for its service, in a roll back as well; Pullpath waits for another push.
    const waited = code === "waiting" && params["unit"] ? "restart-waiting" : code;
    const known = [`${phase}-${waited}`, waited].find((key) => t.has(key));
    if (known) return t(known, params);
    const values = Object.entries(params).map(([key, value]) => `${key}=${value}`);
    return [code, ...values].join(" ");
  };
}
