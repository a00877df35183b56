"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { newMirror } from "@/lib/domain/registries/form";
import { many } from "./card-frame";
import { CardTips } from "./card-tips";
import { useRowKeys } from "./document/use-row-keys";
import { useEditorForm } from "./editor-form";
import { MirrorCard } from "./mirror-card";
import { TemplateMenu } from "./template-menu";
import { useDrawnCards } from "./use-drawn-cards";
import { useEntries } from "./use-entries";

/** Every mirror as a card, in the order of the file. */
export function MirrorsSection() {
  const t = useTranslations("editor");
  const { control, getValues } = useEditorForm();
  const section = useRef<HTMLElement>(null);
  const name = "definition.mirrors" as const;
  const array = useFieldArray({ control, name });
  const keys = useRowKeys(name, array.fields);
  const entries = useEntries<HTMLOListElement>({
    count: array.fields.length,
    nameOf: (index) => getValues(`${name}.${index}.name`) || t("unnamedMirror"),
    move: array.move,
    takeOut: (index) => {
      const removed = getValues(`${name}.${index}`);
      array.remove(index);
      return () => array.insert(index, removed, { shouldFocus: false });
    },
  });
  const { drawn, drawAll } = useDrawnCards(name, array.fields.length);
  const add = () => {
    drawAll();
    array.append(newMirror(""), { focusName: `${name}.${array.fields.length}.name` });
  };

  return (
    <section ref={section} aria-labelledby="mirrors-heading" className="space-y-3">
      <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1">
          <h2 id="mirrors-heading" className="font-semibold text-lg">
            {t("mirrors")}
          </h2>
          <p className="text-muted text-sm">{t("mirrorsHint")}</p>
        </div>
        <span className="flex shrink-0 flex-wrap justify-end gap-2">
          <TemplateMenu />
          <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={add}>
            {t("addMirror")}
          </Button>
        </span>
      </header>
      {array.fields.length > 0 ? (
        <ol ref={entries.list} className="space-y-2">
          {array.fields.slice(0, drawn).map((field, index) => (
            <MirrorCard
              key={keys[index] ?? field.id}
              index={index}
              last={index === array.fields.length - 1}
              many={array.fields.length > many}
              openAtFirst={field.name === "" || array.fields.length <= 3}
              actions={entries.actions}
            />
          ))}
        </ol>
      ) : (
        <p className="rounded-lg border border-line border-dashed px-4 py-3 text-muted">{t("noMirrors")}</p>
      )}
      <CardTips list={section} />
    </section>
  );
}
