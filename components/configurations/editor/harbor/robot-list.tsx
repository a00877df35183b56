"use client";

import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { expiryOf, type RobotExpiry } from "@/lib/domain/harbor/expiry";
import type { HarborRobot } from "@/lib/domain/harbor/reading";

const tones: Record<RobotExpiry["state"], Tone> = {
  expired: "error",
  soon: "warn",
  disabled: "neutral",
  later: "neutral",
  never: "neutral",
};
const order = Object.keys(tones);
const shown = 5;

/** Robot accounts of a project, those first that stop working first. */
export function RobotList({ robots, now }: { robots: readonly HarborRobot[]; now: number }) {
  const t = useTranslations("harbor");
  if (robots.length === 0) return null;
  const known = robots
    .map(({ name, ...robot }) => ({ name, expiry: expiryOf({ name, ...robot }, now) }))
    .toSorted((one, other) => order.indexOf(one.expiry.state) - order.indexOf(other.expiry.state));
  return (
    <ul aria-label={t("robots")} className="space-y-1 text-sm">
      {known.slice(0, shown).map(({ name, expiry }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <code className="min-w-0 text-code text-muted [overflow-wrap:anywhere]">{name}</code>
          <Badge tone={tones[expiry.state]}>
            {"days" in expiry
              ? t(`expiry.${expiry.state}`, { days: expiry.days })
              : t(`expiry.${expiry.state}`)}
          </Badge>
        </li>
      ))}
      {known.length > shown ? (
        <li className="text-muted">{t("robotsMore", { count: known.length - shown })}</li>
      ) : null}
    </ul>
  );
}
