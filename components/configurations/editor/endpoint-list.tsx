"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { offersFor } from "@/lib/domain/public-mirrors/offers";
import { DefaultEndpointRow } from "./default-endpoint-row";
import { useEditorRows } from "./document/use-editor-rows";
import { useEditor } from "./editor-context";
import { type MirrorPath, useEditorForm } from "./editor-form";
import { EndpointRow } from "./endpoint-row";
import { useEndpointDrag } from "./use-endpoint-drag";
import { useEntries } from "./use-entries";
import { useHostSettings } from "./use-host-settings";

type EndpointListProps = { path: MirrorPath; mirrorName: string; mirrorIndex: number };

/** The endpoints of a mirror in the order containerd asks them, with the one it asks last by itself. */
export function EndpointList({ path, mirrorName, mirrorIndex }: EndpointListProps) {
  const t = useTranslations("editor");
  const { getValues, setFocus, setValue } = useEditorForm();
  const name = `${path}.endpoints` as const;
  const array = useEditorRows(name);
  const hosts = useHostSettings();
  const offers = offersFor(useEditor().publicMirrors, mirrorName);
  const ids = array.fields.map((field) => field.id);
  const list = useRef<HTMLOListElement>(null);
  const entries = useEntries({
    list,
    count: ids.length,
    nameOf: (index) => getValues(`${name}.${index}.url`) || t("emptyEndpoint", { position: index + 1 }),
    move: array.move,
    takeOut: (index) => {
      const removed = getValues(`${name}.${index}`);
      array.remove(index);
      return () => array.insert(index, removed, { shouldFocus: false });
    },
  });
  const drag = useEndpointDrag(list, ids, entries.move);
  const addAfter = (index: number) =>
    array.insert(index + 1, { url: "", note: "" }, { focusName: `${name}.${index + 1}.url` });

  const rowActions = {
    ...entries,
    addAfter,
    removeEmpty: (index: number) => {
      array.remove(index);
      if (index > 0) setFocus(`${name}.${index - 1}.url`);
    },
    fill: (index: number, url: string) => {
      setValue(`${name}.${index}.url`, url, { shouldDirty: true, shouldValidate: true });
      // The menu gives the focus back first.
      requestAnimationFrame(() => setFocus(`${name}.${index}.url`));
    },
    split: (index: number, parts: string[]) => {
      // One action of the field array at a time, so the new list goes in whole.
      const added = parts.map((url) => ({ url, note: "" }));
      array.replace(getValues(name).toSpliced(index, 1, ...added));
      requestAnimationFrame(() => setFocus(`${name}.${index + parts.length - 1}.url`));
    },
  };

  return (
    <section className="space-y-2">
      <h4 className="font-medium">{t("endpoints")}</h4>
      <p className="text-muted text-sm">{ids.length > 0 ? t("endpointsHint") : t("noEndpoints")}</p>
      <ol ref={list} className="space-y-2">
        {array.fields.map((field, index) => (
          <EndpointRow
            key={field.id}
            name={`${name}.${index}.url`}
            linePath={`mirrors/${mirrorIndex}/endpoints/${index}`}
            index={index}
            count={ids.length}
            hosts={hosts}
            offers={offers}
            actions={rowActions}
            dragged={drag.dragged === index}
            drop={drag.mark?.index === index ? drag.mark.edge : null}
          />
        ))}
        <DefaultEndpointRow mirrorName={mirrorName} position={ids.length + 1} hosts={hosts} />
      </ol>
      <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={() => addAfter(ids.length - 1)}>
        {t("addEndpoint")}
      </Button>
    </section>
  );
}
