"use client";

import { Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useFixes } from "./fix-context";
import type { PlacedFinding } from "./place-findings";
import { SeverityIcon, severityText } from "./severity-look";
import { useFindingText, useFixTitle } from "./use-finding-text";

type ProblemRowProps = { found: PlacedFinding; onShow: (found: PlacedFinding) => void };

export function ProblemRow({ found, onShow }: ProblemRowProps) {
  const t = useTranslations("editor");
  const severity = useTranslations("findings");
  const say = useFindingText();
  const { finding, line } = found;
  const { mayFix } = useFixes();
  return (
    <li
      data-severity={finding.severity}
      className="flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-t py-1.5 ps-3 pe-2 text-sm first:border-t-0 sm:flex-nowrap"
    >
      <span className="flex w-22 shrink-0 items-center gap-1.5 pt-1">
        <SeverityIcon severity={finding.severity} />
        <span className={`font-semibold ${severityText(finding.severity)}`}>
          {severity(`severity.${finding.severity}`)}
        </span>
      </span>
      <span className="w-16 shrink-0 pt-1 text-muted tabular-nums">{t("line", { line })}</span>
      <span className="min-w-0 flex-1 basis-60 pt-1 [overflow-wrap:anywhere]">{say(finding)}</span>
      <span className="flex shrink-0 gap-1">
        <Button size="sm" data-show="" aria-label={t("showLine", { line })} onClick={() => onShow(found)}>
          {t("show")}
        </Button>
        {mayFix && finding.fixes.length > 0 ? <FixMenu found={found} /> : null}
      </span>
    </li>
  );
}

function FixMenu({ found }: { found: PlacedFinding }) {
  const t = useTranslations("editor");
  const titleOf = useFixTitle();
  const { open } = useFixes();
  return (
    <Menu
      trigger={
        <Button
          size="sm"
          icon={<Wrench size={14} aria-hidden />}
          aria-label={t("fixLine", { line: found.line })}
        >
          {t("fix")}
        </Button>
      }
    >
      {found.finding.fixes.map((fix) => (
        <MenuItem key={fix.id} onSelect={() => open({ kind: "one", found, fix })}>
          <span className="[overflow-wrap:anywhere]">{titleOf(fix)}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}
