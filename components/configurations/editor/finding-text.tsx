"use client";

import { clsx } from "clsx";
import { Info, OctagonX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { CheckFinding, Severity } from "@/lib/domain/registries/checks/finding";
import { fixesOf } from "@/lib/domain/registries/checks/fix";

const looks: Record<Severity, { icon: typeof Info; text: string }> = {
  error: { icon: OctagonX, text: "text-error" },
  warning: { icon: TriangleAlert, text: "text-warn" },
  info: { icon: Info, text: "text-info" },
};

type FindingTextProps = {
  id?: string;
  found: CheckFinding;
  /** The value the finding speaks about, and what takes a better one. */
  value?: string;
  onFix?: (value: string) => void;
};

/** One finding beside its field: how bad it is as a word, what is wrong, and the better value as a button. */
export function FindingText({ id, found, value = "", onFix }: FindingTextProps) {
  const t = useTranslations("findings");
  const { icon: Icon, text } = looks[found.severity];
  const fixes = onFix ? fixesOf(found, value) : [];
  return (
    <div className="flex min-w-0 flex-wrap items-start gap-x-2 gap-y-1 text-sm">
      <p id={id} className="flex min-w-0 items-start gap-1.5">
        <Icon size={14} aria-hidden className={clsx("mt-0.5 shrink-0", text)} />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <span className={clsx("font-semibold", text)}>{t(`severity.${found.severity}`)}</span>{" "}
          {t(found.code, found.params)}
        </span>
      </p>
      {fixes.map((right) => (
        <Button key={right} size="sm" onClick={() => onFix?.(right)} className="max-w-full font-normal">
          <span className="[overflow-wrap:anywhere]">{t("apply", { right })}</span>
        </Button>
      ))}
    </div>
  );
}
