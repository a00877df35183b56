"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { newMirror } from "@/lib/domain/registries/form";
import { useEditorRows } from "./document/use-editor-rows";
import { useRowKeys } from "./document/use-row-keys";
import { useEditorForm } from "./editor-form";
import { CardList } from "./long-list/card-list";
import { useCardList } from "./long-list/use-card-list";
import { MirrorCard } from "./mirror-card";
import { TemplateMenu } from "./template-menu";
import { useEntries } from "./use-entries";

/** Every mirror as a card, in the order of the file. */
export function MirrorsSection() {
  const t = useTranslations("editor");
  const { getValues } = useEditorForm();
  const name = "definition.mirrors" as const;
  const array = useEditorRows(name);
  const keys = useRowKeys(name, array.fields);
  const list = useRef<HTMLOListElement>(null);
  const cards = useCardList({
    name,
    keys,
    list,
    openAtFirst: (at) => array.fields[at]?.name === "" || array.fields.length <= 3,
  });
  const actions = useEntries({
    list,
    draw: cards.draw,
    count: array.fields.length,
    nameOf: (index) => getValues(`${name}.${index}.name`) || t("unnamedMirror"),
    move: array.move,
    takeOut: (index) => {
      const removed = getValues(`${name}.${index}`);
      array.remove(index);
      return () => array.insert(index, removed, { shouldFocus: false });
    },
  });
  const add = () => array.append(newMirror(""), { focusName: `${name}.${array.fields.length}.name` });

  return (
    <section aria-labelledby="mirrors-heading" className="space-y-3">
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
        <CardList {...{ list, cards, keys, actions }} Card={MirrorCard} />
      ) : (
        <p className="rounded-lg border border-line border-dashed px-4 py-3 text-muted">{t("noMirrors")}</p>
      )}
    </section>
  );
}
