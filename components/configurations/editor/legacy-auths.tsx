"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { usePart } from "./document/use-part";
import { useEditorForm } from "./editor-form";
import { useRemoved } from "./use-removed";

const name = "definition.auths" as const;

/** Entries under the old key `auths`: K3s parses and never uses them, so they can only be removed here. */
export function LegacyAuths() {
  const t = useTranslations("editor");
  const removed = useRemoved();
  const { getValues, setValue } = useEditorForm();
  const auths = usePart(name);
  if (auths.length === 0) return null;

  function remove(index: number) {
    const before = getValues(name);
    setValue(
      name,
      before.filter((_entry, at) => at !== index),
    );
    removed(before[index]?.host ?? "", () => setValue(name, before));
  }

  return (
    <section className="space-y-2">
      <h3 className="font-medium">{t("legacyAuths", { count: auths.length })}</h3>
      <p className="text-muted text-sm">{t("legacyAuthsHint")}</p>
      <ul className="space-y-1">
        {auths.map((entry, index) => (
          <li key={entry.host} className="flex items-center justify-between gap-2 rounded-md bg-inset ps-3">
            <code className="min-w-0 text-code [overflow-wrap:anywhere]">{entry.host}</code>
            <IconButton
              label={t("remove", { name: entry.host })}
              icon={<Trash2 size={14} aria-hidden />}
              data-field={`${name}.${index}`}
              onClick={() => remove(index)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
