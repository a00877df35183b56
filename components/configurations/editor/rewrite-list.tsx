"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { type MirrorPath, useEditorForm } from "./editor-form";
import { RewriteRow } from "./rewrite-row";
import { useRemoved } from "./use-removed";

type RewriteListProps = { path: MirrorPath; mirrorIndex: number; endpointCount: number };

/** The rewrites of a mirror. They are a set: containerd tries them in no order, so there is nothing to move. */
export function RewriteList({ path, mirrorIndex, endpointCount }: RewriteListProps) {
  const t = useTranslations("editor");
  const say = useRemoved();
  const { control, getValues } = useEditorForm();
  const name = `${path}.rewrites` as const;
  const array = useFieldArray({ control, name });
  const count = array.fields.length;

  function remove(index: number) {
    const removed = getValues(`${name}.${index}`);
    array.remove(index);
    say(removed.pattern || t("emptyRewrite"), () => array.insert(index, removed, { shouldFocus: false }));
  }

  return (
    <section className="space-y-2">
      <h4 className="font-medium">{t("rewrites")}</h4>
      {count > 0 ? (
        <>
          <p className="text-muted text-sm">{t("rewritesHint", { count: endpointCount })}</p>
          <ul className="space-y-3">
            {array.fields.map((field, index) => (
              <RewriteRow
                key={field.id}
                name={`${name}.${index}`}
                linePath={`mirrors/${mirrorIndex}/rewrites/${index}`}
                position={index + 1}
                onRemove={() => remove(index)}
              />
            ))}
          </ul>
        </>
      ) : (
        <p className="text-muted text-sm">{t("noRewrites")}</p>
      )}
      <Button
        size="sm"
        icon={<Plus size={14} aria-hidden />}
        onClick={() =>
          array.append({ pattern: "", replacement: "", note: "" }, { focusName: `${name}.${count}.pattern` })
        }
      >
        {t("addRewrite")}
      </Button>
    </section>
  );
}
