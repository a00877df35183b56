"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DiffView } from "@/components/diff/diff-view";
import { Disclosure } from "@/components/ui/disclosure";
import { diffLines } from "@/lib/client/diff-lines";
import { foldUnchanged } from "@/lib/domain/diff/lines";
import { markWords } from "@/lib/domain/diff/words";
import type { Change } from "@/lib/domain/registries/compare/change";
import { compareDefinitions } from "@/lib/domain/registries/compare/compare";
import { maskSecrets, numberSecrets } from "@/lib/domain/registries/mask";
import type { Definition } from "@/lib/domain/registries/schema";
import { ChangeList } from "./change-list";

type ConflictViewProps = {
  /** What both edits began from. */
  base: { number: number; definition: Definition };
  theirs: { number: number; authorName: string; definition: Definition };
  mine: Definition;
  /** The file of a definition as it may be shown. */
  textOf: (definition: Definition) => string;
  /** The way to bring both together. */
  children: ReactNode;
};

function maskTogether(definitions: Definition[]): Definition[] {
  const label = numberSecrets();
  return definitions.map((each) => maskSecrets(each, label));
}

/** Two edits of one revision: what each of them changed, and both files held against each other. */
export function ConflictView({ base, theirs, mine, textOf, children }: ConflictViewProps) {
  const t = useTranslations("revisions.conflict");
  const changes = useMemo(() => {
    const [from, other, own] = maskTogether([base.definition, theirs.definition, mine]);
    return from && other && own
      ? { theirs: compareDefinitions(from, other), mine: compareDefinitions(from, own) }
      : { theirs: [], mine: [] };
  }, [base.definition, theirs.definition, mine]);
  const rows = useMemo(
    () => foldUnchanged(markWords(diffLines(textOf(theirs.definition), textOf(mine)))),
    [theirs.definition, mine, textOf],
  );
  return (
    // It stands above the button that saves, so it keeps to a part of the screen and scrolls by itself.
    <section
      aria-label={t("title")}
      tabIndex={0}
      className="max-h-[40vh] space-y-4 overflow-auto rounded-lg border border-line p-4"
    >
      <div className="grid gap-6 md:grid-cols-2">
        <Side
          title={t("theirs", { author: theirs.authorName, number: theirs.number })}
          changes={changes.theirs}
          none={t("noneTheirs", { number: theirs.number })}
        />
        <Side title={t("mine", { number: base.number })} changes={changes.mine} none={t("none")} />
      </div>
      <Disclosure summary={t("texts", { number: theirs.number })}>
        <div className="overflow-hidden rounded-md border border-line">
          <DiffView rows={rows} caption={t("texts", { number: theirs.number })} layout="split" />
        </div>
      </Disclosure>
      {children}
    </section>
  );
}

function Side({ title, changes, none }: { title: string; changes: readonly Change[]; none: string }) {
  return (
    <section className="min-w-0 space-y-3">
      <h3 className="font-semibold">{title}</h3>
      {changes.length === 0 ? <p className="text-muted">{none}</p> : <ChangeList changes={changes} />}
    </section>
  );
}
