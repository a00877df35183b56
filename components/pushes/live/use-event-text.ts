"use client";
import { useTranslations } from "next-intl";
import type { PushEventView } from "@/lib/domain/pushes/views";
import { useNodeWords } from "../use-node-words";

/** Values that are words of the node or of systemd, by the name of the parameter that holds one. */
const worded = ["unit", "state", "containerd", "ready", "for", "fault", "missing"];

/** Events whose `unit` is a state of the unit; in others it is its name. */
const tellingStates = ["baseline", "waiting"];

/** A log line in words. An event of a newer node program that has no sentence yet shows its code and values. */
export function useEventText(): (event: PushEventView) => string {
  const t = useTranslations("pushes.events");
  const wordOf = useNodeWords();
  const fault = useTranslations("faults");
  const inWords = (code: string, params: PushEventView["params"]) =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        const word = name === "missing" && value === "" ? "nothing" : value;
        const isWord = worded.includes(name) && (name !== "unit" || tellingStates.includes(code));
        return [name, (isWord && wordOf(word)) || value];
      }),
    );
  return ({ phase, code, params }) => {
    const outcome = params["outcome"];
    if ((code === "node-ended" || code === "finished") && outcome) {
      const key = `outcomes.${outcome}.word` as Parameters<typeof fault.has>[0];
      return t(code, { outcome: fault.has(key) ? fault(key) : outcome });
    }
    // The node waits for its service, in a roll back as well; Pullpath waits for another push.
    const waited = code === "waiting" && params["unit"] ? "restart-waiting" : code;
    const known = [`${phase}-${waited}`, waited].find((key) => t.has(key));
    if (known) return t(known, inWords(code, params));
    const values = Object.entries(params).map(([key, value]) => `${key}=${value}`);
    return [code, ...values].join(" ");
  };
}
