"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { useAnnounce } from "@/components/ui/announcer";
import { buildHarbor } from "@/lib/domain/harbor/picks";
import type { HarborProject } from "@/lib/domain/harbor/reading";
import { buildTemplate } from "@/lib/domain/registries/templates/build";
import {
  type TemplateValues,
  templateDefaults,
  templateSchema,
} from "@/lib/domain/registries/templates/schema";
import { useEditor } from "../editor-context";
import { TemplateFields } from "../template-fields";
import { TemplateFrame } from "../template-frame";
import { TemplatePreview } from "../template-preview";
import { useAddTemplate } from "../use-add-template";
import { HarborReader } from "./harbor-reader";
import { ReadResult } from "./read-result";
import { type HarborEnd, useReadHarbor } from "./use-read-harbor";
import { useSelection } from "./use-selection";

const noProjects: HarborProject[] = [];

const projectsOf = (end: HarborEnd | undefined) =>
  end && "answer" in end && "reading" in end.answer ? end.answer.reading.projects : noProjects;

/** Sets up Harbor: its projects are read from it and chosen, or one is named. */
export function HarborDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const schema = useMemo(() => templateSchema("harbor"), []);
  const form = useForm({ resolver: useIssueResolver(schema), defaultValues: templateDefaults("harbor") });
  const { control, handleSubmit, trigger } = form;
  const values = useWatch({ control, compute: (all: TemplateValues) => all });
  const announceEnd = useAnnounceEnd();
  const reading = useReadHarbor(announceEnd);
  // An answer for another address says nothing about this one.
  const end = reading.end?.address === values.address ? reading.end : undefined;
  const selection = useSelection(projectsOf(end));
  const [tried, setTried] = useState(false);
  const fromHarbor = useHarborDefinition(end);
  const add = useAddTemplate("harbor");
  const byHand = schema.safeParse(values).success ? buildTemplate("harbor", values) : null;
  const chosen = selection.isReady ? fromHarbor(selection.picks) : null;

  function submit(event: FormEvent) {
    if (selection.isEmpty)
      return void handleSubmit((accepted) => finish(buildTemplate("harbor", accepted)))(event);
    event.preventDefault();
    setTried(true);
    if (chosen) finish(chosen);
  }
  function finish(definition: ReturnType<typeof buildTemplate>) {
    onClose();
    add(definition);
  }

  return (
    <TemplateFrame id="harbor" formId={formId} onClose={onClose} width="lg">
      <form id={formId} noValidate className="space-y-4 pb-2" onSubmit={submit}>
        <TemplateFields id="harbor" control={control} only={["address"]} />
        <HarborReader
          address={values.address}
          checkAddress={() => trigger("address", { shouldFocus: true })}
          running={reading.running}
          again={end !== undefined}
          onRead={(input) => {
            selection.clear();
            setTried(false);
            return reading.start(input);
          }}
          onStop={reading.stop}
        />
        {end ? <ReadResult end={end} selection={selection} tried={tried} /> : null}
        {selection.isEmpty ? (
          <TemplateFields id="harbor" control={control} only={["project", "registries"]} />
        ) : null}
        <TemplatePreview definition={selection.isEmpty ? byHand : chosen} />
      </form>
    </TemplateFrame>
  );
}

/** The entries for chosen projects, with the login and the authority that Harbor was read with. */
function useHarborDefinition(end: HarborEnd | undefined) {
  const { credentials } = useEditor();
  return (picks: Parameters<typeof buildHarbor>[0]["picks"]) => {
    if (!end || !("answer" in end)) return null;
    const used = end.answer.access === "stored" ? end.credential : null;
    const credential = credentials.find(({ slug }) => slug === used) ?? null;
    return buildHarbor({ address: end.address, picks, credential, ca: end.ca });
  };
}

function useAnnounceEnd() {
  const t = useTranslations("harbor");
  const announce = useAnnounce();
  return (end: HarborEnd) => {
    if ("answer" in end && "reading" in end.answer)
      announce(t("done", { count: end.answer.reading.projects.length }));
  };
}
