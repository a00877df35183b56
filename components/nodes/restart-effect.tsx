"use client";
import { clsx } from "clsx";
import { Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import { isGrave, type RestartEffect } from "@/lib/domain/nodes/restart-effects";

type RestartEffectProps = {
  effect: RestartEffect;
  /** The last of several times, where nodes share the effect. */
  until?: string | null;
  children?: ReactNode;
};

/** One thing that a restart does besides, or that may come between, in words. */
export function RestartEffectItem({ effect, until = null, children }: RestartEffectProps) {
  const t = useTranslations("pushes.restart");
  const { code, params, at } = effect;
  const grave = isGrave(effect);
  const Icon = grave ? TriangleAlert : Info;
  const known = params["path"] ? "yes" : "no";
  return (
    <li className="flex min-w-0 items-start gap-2 text-prose">
      <Icon size={16} aria-hidden className={clsx("mt-0.5 shrink-0", grave ? "text-warn" : "text-muted")} />
      <div className="min-w-0 max-w-prose [overflow-wrap:anywhere]">
        <p>
          <span className="sr-only">{t(grave ? "warning" : "note")} </span>
          {t.rich(`effects.${code}`, { ...params, known, when: () => <When at={at} until={until} /> })}
        </p>
        {children}
      </div>
    </li>
  );
}

const minute = 60_000;

function When({ at, until }: { at: string | null; until: string | null }) {
  const t = useTranslations("pushes.restart");
  if (at === null) return null;
  if (until === null || Date.parse(until) - Date.parse(at) < minute) return <Time value={at} />;
  return t.rich("between", { from: () => <Time value={at} />, to: () => <Time value={until} /> });
}
