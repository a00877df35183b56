"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { newRegistryHost } from "@/lib/domain/registries/form-host";
import { useEditorRows } from "./document/use-editor-rows";
import { useRowKeys } from "./document/use-row-keys";
import { useEditorForm } from "./editor-form";
import { HostCard } from "./host-card";
import { CardList } from "./long-list/card-list";
import { useCardList } from "./long-list/use-card-list";
import { useEntries } from "./use-entries";

/** Every registry host as a card, in the order of the file. */
export function HostsSection() {
  const t = useTranslations("editor");
  const { getValues } = useEditorForm();
  const name = "definition.registryHosts" as const;
  const array = useEditorRows(name);
  const keys = useRowKeys(name, array.fields);
  const list = useRef<HTMLOListElement>(null);
  const cards = useCardList({
    name,
    keys,
    list,
    openAtFirst: (at) => array.fields[at]?.host === "" || array.fields.length <= 2,
  });
  const actions = useEntries({
    list,
    draw: cards.draw,
    count: array.fields.length,
    nameOf: (index) => getValues(`${name}.${index}.host`) || t("unnamedHost"),
    move: array.move,
    takeOut: (index) => {
      const removed = getValues(`${name}.${index}`);
      array.remove(index);
      return () => array.insert(index, removed, { shouldFocus: false });
    },
  });
  const add = () => array.append(newRegistryHost(""), { focusName: `${name}.${array.fields.length}.host` });

  return (
    <section aria-labelledby="hosts-heading" className="space-y-3">
      <header className="flex items-end justify-between gap-4">
        <div className="min-w-0">
          <h2 id="hosts-heading" className="font-semibold text-lg">
            {t("hosts")}
          </h2>
          <p className="text-muted text-sm">{t("hostsHint")}</p>
        </div>
        <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={add}>
          {t("addHost")}
        </Button>
      </header>
      {array.fields.length > 0 ? (
        <CardList {...{ list, cards, keys, actions }} Card={HostCard} />
      ) : (
        <p className="rounded-lg border border-line border-dashed px-4 py-3 text-muted">{t("noHosts")}</p>
      )}
    </section>
  );
}
