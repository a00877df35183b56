"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { useEditorRows } from "./document/use-editor-rows";
import { type MirrorPath, useEditorForm } from "./editor-form";
import { bracketRoom } from "./rewrite-bracket";
import { bracketPieces } from "./rewrite-overlaps";
import { RewriteRow } from "./rewrite-row";
import { RewriteTester } from "./rewrite-tester";
import { useRewriteTrial } from "./rewrite-trial";
import { useRemoved } from "./use-removed";

type RewriteListProps = { path: MirrorPath; mirrorIndex: number; endpointCount: number };

/** The rewrites of a mirror. They are a set: containerd tries them in no order, so there is nothing to move. */
export function RewriteList({ path, mirrorIndex, endpointCount }: RewriteListProps) {
  const t = useTranslations("editor");
  const name = `${path}.rewrites` as const;
  const array = useEditorRows(name);
  const count = array.fields.length;
  const remove = useRemoveRule(name, array);
  const [text, setText] = useState("");
  const { trial, failed, overlaps } = useRewriteTrial(path, text);
  const pieces = useMemo(() => bracketPieces(overlaps), [overlaps]);
  const examplesAt = (index: number) => {
    const examples = overlaps.flatMap(({ second, example }) => (second === index ? [example] : []));
    return [...new Set(examples)].slice(0, 3).join("\n");
  };

  return (
    <section className="space-y-2">
      <h4 className="font-medium">{t("rewrites")}</h4>
      <p className="text-muted text-sm">
        {count > 0 ? t("rewritesHint", { count: endpointCount }) : t("noRewrites")}
      </p>
      {count > 0 ? (
        <ul className="space-y-3" style={{ paddingInlineStart: bracketRoom(pieces) }}>
          {array.fields.map((field, index) => (
            <RewriteRow
              key={field.id}
              path={path}
              linePath={`mirrors/${mirrorIndex}/rewrites/${index}`}
              index={index}
              trial={trial?.results[index]}
              pieces={pieces.get(index)}
              examples={examplesAt(index)}
              onTry={setText}
              onRemove={remove}
            />
          ))}
        </ul>
      ) : null}
      <Button
        size="sm"
        icon={<Plus size={14} aria-hidden />}
        onClick={() =>
          array.append({ pattern: "", replacement: "", note: "" }, { focusName: `${name}.${count}.pattern` })
        }
      >
        {t("addRewrite")}
      </Button>
      {count > 0 ? <RewriteTester text={text} onChange={setText} trial={trial} failed={failed} /> : null}
    </section>
  );
}

type RulesPath = `${MirrorPath}.rewrites`;
type Rule = { pattern: string; replacement: string; note: string };
type Rules = {
  remove: (index: number) => void;
  insert: (index: number, rule: Rule, options: { shouldFocus: boolean }) => void;
};

/** Takes a rule out and offers it back. It stays the same function, so that only what changes is drawn anew. */
function useRemoveRule(name: RulesPath, { remove, insert }: Rules) {
  const t = useTranslations("editor");
  const say = useRemoved();
  const { getValues } = useEditorForm();
  return useCallback(
    (index: number) => {
      const removed = getValues(`${name}.${index}`);
      remove(index);
      say(removed.pattern || t("emptyRewrite"), () => insert(index, removed, { shouldFocus: false }));
    },
    [name, remove, insert, say, t, getValues],
  );
}
