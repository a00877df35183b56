"use client";

import { useTranslations } from "next-intl";
import type { AskingNode } from "@/lib/domain/registry-test/result";

/** Why a node could not be asked, and what to do. */
export function NodeFaultText({ node: { name, fault } }: { node: AskingNode }) {
  const t = useTranslations("faults");
  if (!fault) return null;
  const params = { ...fault.params, name };
  return (
    <div className="space-y-1 text-sm">
      <p className="font-medium">{t(`${fault.code}.headline`, params)}</p>
      <p className="text-muted">{t(`${fault.code}.nextStep`, params)}</p>
    </div>
  );
}
