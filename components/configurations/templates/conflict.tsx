"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { DiffView } from "@/components/diff/diff-view";
import { FormError } from "@/components/fields/form-error";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Disclosure } from "@/components/ui/disclosure";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { diffLines } from "@/lib/client/diff-lines";
import type { TemplatesOfRevision } from "@/lib/domain/configurations/views";
import { pairTemplates } from "@/lib/domain/containerd-template/compare";
import { foldUnchanged } from "@/lib/domain/diff/lines";
import { markWords } from "@/lib/domain/diff/words";
import { apis } from "@/lib/domain/paths";
import type { Result } from "@/lib/domain/result";
import { type TemplatesBase, type Texts, toTemplates } from "./texts";

type ConflictProps = {
  id: string;
  error: ApiError;
  base: TemplatesBase;
  texts: Texts;
  onReload: (number: number) => void;
  onRebase: (base: TemplatesBase) => void;
};

type Newest = Result<TemplatesOfRevision, ApiError> | null;

/** What the other author saved, read anew for each conflict. */
function useNewest(id: string, error: ApiError): Newest {
  const [asked, setAsked] = useState<{ error: ApiError; answer: Newest }>();
  useEffect(() => {
    const stop = new AbortController();
    const sent = { path: apis.configurationTemplates(id), signal: stop.signal };
    void apiRequest<TemplatesOfRevision>("GET", sent).then((answer) => {
      if (!stop.signal.aborted) setAsked({ error, answer });
    });
    return () => stop.abort();
  }, [id, error]);
  return asked?.error === error ? asked.answer : null;
}

/** Someone saved first. Nothing was overwritten on either side; this is the way on. */
export function TemplatesConflict({ id, error, base, texts, onReload, onRebase }: ConflictProps) {
  const t = useTranslations("containerdtemplates.conflict");
  const newest = useNewest(id, error);
  const number = newest?.ok ? newest.value.number : Number(error.params["number"] ?? base.number + 1);
  return (
    <div className="space-y-3">
      <Banner
        kind="warn"
        role="alert"
        title={error.message}
        action={
          <>
            {newest?.ok ? (
              <Button size="sm" onClick={() => onRebase(newest.value)}>
                {t("rebase", { number })}
              </Button>
            ) : null}
            <ConfirmDialog
              title={t("reloadTitle", { number })}
              confirmLabel={t("reload", { number })}
              trigger={<Button size="sm">{t("reload", { number })}</Button>}
              onConfirm={() => onReload(number)}
            >
              {t("reloadText")}
            </ConfirmDialog>
          </>
        }
      >
        {t("text", { base: base.number, number })}
      </Banner>
      {newest === null ? (
        <p role="status" className="text-muted text-sm">
          {t("loading")}
        </p>
      ) : null}
      {newest?.ok === false ? <FormError error={newest.error} /> : null}
      {newest?.ok ? <Differences base={base} theirs={newest.value} texts={texts} /> : null}
    </div>
  );
}

type DifferencesProps = { base: TemplatesBase; theirs: TemplatesOfRevision; texts: Texts };

function Differences({ base, theirs, texts }: DifferencesProps) {
  const t = useTranslations("containerdtemplates.conflict");
  const pairs = useMemo(
    () =>
      pairTemplates(theirs.templates, toTemplates(texts)).map(({ name, before, after }) => ({
        name,
        rows: foldUnchanged(markWords(diffLines(before, after))),
      })),
    [theirs, texts],
  );
  const { number } = theirs;
  if (pairs.length === 0) return <p className="text-muted text-prose">{t("equal", { number })}</p>;
  if (pairTemplates(base.templates, theirs.templates).length === 0)
    return <p className="text-muted text-prose">{t("same", { number })}</p>;
  return pairs.map(({ name, rows }) => (
    <Disclosure key={name} summary={t("difference", { name, number })}>
      <section
        aria-label={name}
        tabIndex={0}
        className="max-h-[40vh] overflow-auto rounded-md border border-line"
      >
        <DiffView rows={rows} caption={t("difference", { name, number })} layout="unified" />
      </section>
    </Disclosure>
  ));
}
