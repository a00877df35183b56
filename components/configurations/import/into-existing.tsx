"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { changedLines } from "@/components/configurations/editor/file/changed-lines";
import { YamlView } from "@/components/configurations/yaml-view";
import { FormError } from "@/components/fields/form-error";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConfigurationView } from "@/lib/domain/configurations/views";
import { type MergeChoice, mergeDefinitions } from "@/lib/domain/formats/merge-definitions";
import { hidden, maskSecrets } from "@/lib/domain/registries/mask";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { credentialSlugs, liftSecrets } from "@/lib/domain/registries/secrets";
import type { Place } from "./destination";
import { MergeConflicts } from "./merge-conflicts";
import type { Origin } from "./origin";
import { SaveInto } from "./save-into";
import { freeName } from "./understand";
import { usePresent } from "./use-present";

type IntoExistingProps = {
  id: string;
  place: Place;
  definition: Definition;
  fileName: string;
  origin: Origin | undefined;
};

/** What a configuration will be with the file merged into it or put in its place, and the button that saves it. */
export function IntoExisting({ id, ...rest }: IntoExistingProps) {
  const { present, refresh } = usePresent(id);
  if (present === null) return <Skeleton className="h-24" />;
  if (!present.ok) return <FormError error={present.error} />;
  return <Outlook key={present.value.revision.number} present={present.value} refresh={refresh} {...rest} />;
}

type OutlookProps = Omit<IntoExistingProps, "id"> & { present: ConfigurationView; refresh: () => void };

/** The text with each login already a placeholder, as it will be stored, and what else may be one hidden. */
const maskedText = (definition: Definition, inUse: readonly string[]): string =>
  render(maskSecrets(liftSecrets(definition, freeName(inUse)).definition, () => hidden));

function Outlook({ present, place, definition, fileName, origin, refresh }: OutlookProps) {
  const t = useTranslations("import");
  const [decisions, setDecisions] = useState<ReadonlyMap<string, MergeChoice>>(new Map());
  const mine = present.definition;
  const merged = useMemo(() => mergeDefinitions(mine, definition, decisions), [mine, definition, decisions]);
  const isMerge = place === "merge";
  const result = isMerge ? merged.definition : definition;
  const before = useMemo(() => render(maskSecrets(mine, () => hidden)), [mine]);
  const after = useMemo(() => maskedText(result, credentialSlugs(mine)), [result, mine]);
  const changed = useMemo(() => changedLines(before, after), [before, after]);
  const open = isMerge ? merged.conflicts.filter(({ id }) => !decisions.has(id)).length : 0;
  return (
    <div className="space-y-5">
      {isMerge ? (
        <>
          <p role="status">
            {t("merge.summary", {
              added: merged.added.length,
              same: merged.same,
              conflicts: merged.conflicts.length,
            })}
          </p>
          <MergeConflicts
            conflicts={merged.conflicts}
            mine={mine}
            theirs={definition}
            decisions={decisions}
            onDecide={setDecisions}
          />
        </>
      ) : null}
      <Card
        title={t("result")}
        description={t("resultOf", { name: present.name })}
        flush
        className="overflow-hidden"
      >
        <YamlView text={after} label={t("result")} changed={changed} className="max-h-128 bg-subtle" />
      </Card>
      <SaveInto
        present={present}
        definition={result}
        open={open}
        place={place}
        fileName={fileName}
        origin={origin}
        refresh={refresh}
      />
    </div>
  );
}
