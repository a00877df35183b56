"use client";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue, useEffect, useState } from "react";
import { ConflictView } from "@/components/configurations/revisions/conflict-view";
import { FormError } from "@/components/fields/form-error";
import { Skeleton } from "@/components/ui/skeleton";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { ConfigurationView } from "@/lib/domain/configurations/views";
import { apis } from "@/lib/domain/paths";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Result } from "@/lib/domain/result";
import { useDocument } from "./document/definition-document";
import { renderMasked } from "./document/render-masked";
import { useEditor } from "./editor-context";
import { ReplayOnto } from "./replay/replay-onto";
import type { Base } from "./use-save";

/** What the other author saved, read anew when someone saves yet again. */
function useNewest(id: string, number: number): Result<ConfigurationView, ApiError> | null {
  const [answer, setAnswer] = useState<Result<ConfigurationView, ApiError> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const sent = { path: apis.configuration(id), signal: stop.signal };
    void apiRequest<ConfigurationView>("GET", sent).then((given) => {
      if (stop.signal.aborted) return;
      setAnswer(given.ok && given.value.revision.number < number ? null : given);
    });
    return () => stop.abort();
  }, [id, number]);
  return answer;
}

type ConflictChangesProps = { id: string; base: Base; number: number; onReplayed: (base: Base) => void };

/** Both edits beside each other, when someone else saved first. */
export function ConflictChanges({ id, base, number, onReplayed }: ConflictChangesProps) {
  const t = useTranslations("revisions.conflict");
  // The comparison follows what is typed, but typing never waits for it.
  const mine = useDeferredValue(useDocument().definition);
  const { certificates } = useEditor();
  const newest = useNewest(id, number);
  const textOf = useCallback(
    (definition: Definition) => renderMasked(definition, certificates).text,
    [certificates],
  );
  if (newest === null)
    return (
      <div role="status">
        <span className="sr-only">{t("loading")}</span>
        <Skeleton className="h-24" />
      </div>
    );
  if (!newest.ok) return <FormError error={newest.error} />;
  const { definition, revision } = newest.value;
  return (
    <ConflictView
      base={base}
      theirs={{ number: revision.number, authorName: revision.authorName, definition }}
      mine={mine}
      textOf={textOf}
    >
      <ReplayOnto
        base={base}
        theirs={{ id, number: revision.number, definition }}
        {...{ mine, onReplayed }}
      />
    </ConflictView>
  );
}
