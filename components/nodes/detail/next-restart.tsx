"use client";
import { useTranslations } from "next-intl";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { restartEffects } from "@/lib/domain/nodes/restart-effects";
import { RestartEffectItem } from "../restart-effect";

/** What waits for the next restart of the service; nothing where nothing does. */
export function NextRestart({ facts }: { facts: NodeFacts }) {
  const t = useTranslations("pushes.restart");
  const effects = restartEffects(facts);
  if (effects.length === 0) return null;
  return (
    <section className="space-y-2">
      <h3 className="font-semibold text-sm">{t("ofNode")}</h3>
      <ul className="space-y-2">
        {effects.map((effect) => (
          <RestartEffectItem
            key={`${effect.code} ${Object.values(effect.params).join(" ")}`}
            effect={effect}
          />
        ))}
      </ul>
    </section>
  );
}
