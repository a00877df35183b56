"use client";

import { Eye, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldPathByValue } from "react-hook-form";
import { IconButton } from "@/components/ui/icon-button";
import { hidden } from "@/lib/domain/registries/mask";
import type { Extra } from "@/lib/domain/registries/schema";
import { usePart } from "./document/use-part";
import { useEditorForm } from "./editor-form";
import type { EditorForm } from "./editor-schema";
import { FieldFindings } from "./findings/field-findings";
import { useFindingsAt } from "./findings/findings-provider";
import { useRemoved } from "./use-removed";

type ExtrasListProps = { name: FieldPathByValue<EditorForm, Extra[]>; inAuth?: boolean };

/** Keys of the file that K3s does not read: kept as they are, shown, and removed on request. */
export function ExtrasList({ name, inAuth = false }: ExtrasListProps) {
  const t = useTranslations("editor");
  const removed = useRemoved();
  const { getValues, setValue } = useEditorForm();
  const extras = usePart(name);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  if (extras.length === 0) return null;

  const set = (next: Extra[]) => setValue(name, next, { shouldDirty: true });
  function remove(index: number) {
    const before = getValues(name);
    set(before.filter((_extra, at) => at !== index));
    removed(before[index]?.key ?? "", () => set(before));
  }

  return (
    <section className="space-y-2">
      <h3 className="font-medium">{t("extras", { count: extras.length })}</h3>
      <p className="text-muted text-sm">{t("extrasHint")}</p>
      <ul className="space-y-1">
        {extras.map((extra, index) => (
          <li key={extra.key} className="space-y-1">
            <div className="flex items-center justify-between gap-2 rounded-md bg-inset ps-3">
              <code className="min-w-0 text-code [overflow-wrap:anywhere]">
                {extra.key}:{" "}
                {extra.value.kind === "text" && !inAuth && shown.has(extra.key)
                  ? extra.value.text
                  : hiddenValue(extra)}
              </code>
              {extra.value.kind === "text" && extra.value.text !== "" && !inAuth ? (
                <IconButton
                  label={t("showValue", { name: extra.key })}
                  icon={<Eye size={14} aria-hidden />}
                  aria-pressed={shown.has(extra.key)}
                  className="ms-auto"
                  onClick={() => setShown(toggled(shown, extra.key))}
                />
              ) : null}
              <IconButton
                label={t("remove", { name: extra.key })}
                icon={<Trash2 size={14} aria-hidden />}
                data-field={`${name}.${index}`}
                onClick={() => remove(index)}
              />
            </div>
            <ExtraFindings field={`${name}.${index}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whatever K3s does not read may be a secret, and under `auth` it is taken for one. */
const hiddenValue = ({ value }: Extra): string => (value.kind === "text" && value.text === "" ? "" : hidden);

const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  keys.has(key) ? new Set([...keys].filter((each) => each !== key)) : new Set([...keys, key]);

function ExtraFindings({ field }: { field: string }) {
  return <FieldFindings found={useFindingsAt(field)} />;
}
