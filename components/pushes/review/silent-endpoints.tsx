"use client";
import { useTranslations } from "next-intl";
import { useList } from "@/components/ui/use-list";
import { type ReachReport, silentTo } from "@/lib/domain/pushes/reach";
import { mostNamed } from "../most-named";
import { reachId } from "./review-reach";
import type { Plan } from "./use-plan";

type SilentEndpointsProps = { report: ReachReport; plan: Pick<Plan, "chosen"> };

/** Beside the button, what the chosen nodes get no answer from; more of it stands where they were asked. */
export function SilentEndpoints({ report, plan: { chosen } }: SilentEndpointsProps) {
  const t = useTranslations("pushreach");
  const list = useList();
  const silent = silentTo(
    report,
    chosen.map(({ nodeId }) => nodeId),
  );
  if (silent.length === 0) return null;
  const names = list(silent.slice(0, mostNamed));
  return (
    <li className="text-warn [overflow-wrap:anywhere]">
      {t("silent", { names, more: Math.max(0, silent.length - mostNamed) })}{" "}
      <a href={`#${reachId}`} className="text-link underline underline-offset-2">
        {t("toEndpoints")}
      </a>
    </li>
  );
}
