"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { SimulatorDraft } from "@/lib/client/simulator-draft";
import type { SimulatorConfiguration, SimulatorData } from "@/lib/domain/simulator/views";
import type { Choice } from "./choice";
import { ChoiceField } from "./field";
import type { SimulatorQuery } from "./query";
import { useRevisions } from "./use-revision";

export type SourceProps = {
  query: SimulatorQuery;
  data: SimulatorData;
  choice: Choice;
  draft: SimulatorDraft | null;
  onChange: (change: Partial<SimulatorQuery>) => void;
};

const saved = "saved:";

function useOptions({ data, draft, choice }: SourceProps) {
  const t = useTranslations("simulator.source");
  const nameOf = (id: string | null) => data.configurations.find((one) => one.id === id)?.name;
  const draftName = nameOf(draft?.configurationId ?? null);
  const configurations = data.configurations.map(({ id, name, archived }) => ({
    value: saved + id,
    label: t(archived ? "archived" : "option", { name }),
  }));
  const draftLabel = draftName === undefined ? t("draftUnnamed") : t("draft", { name: draftName });
  return [
    ...(choice.configuration === null ? [{ value: "", label: t("choose"), disabled: true }] : []),
    ...(draft ? [{ value: "draft", label: draftLabel }] : []),
    ...configurations,
    { value: "paste", label: t("paste") },
  ];
}

/** Which file: a saved revision, the draft of the editor, or a text of one's own. */
export function SourceFields(props: SourceProps) {
  const { query, choice, onChange } = props;
  const t = useTranslations("simulator.source");
  const { configuration } = choice;
  const isSaved = query.source === "saved";
  // Attempts of another file are others, whatever their numbers; those of another revision mostly are the same.
  const another = { configuration: null, revision: null, assume: {} };
  const change = (value: string) => {
    if (value === "draft" || value === "paste") onChange({ ...another, source: value });
    else onChange({ ...another, source: "saved", configuration: value.slice(saved.length) });
  };
  return (
    <>
      <ChoiceField
        label={t("label")}
        value={isSaved ? (configuration ? saved + configuration.id : "") : query.source}
        options={useOptions(props)}
        onChange={change}
      />
      {isSaved && configuration ? (
        <RevisionField configuration={configuration} number={choice.number} onChange={onChange} />
      ) : null}
    </>
  );
}

type RevisionFieldProps = Pick<SourceProps, "onChange"> & {
  configuration: SimulatorConfiguration;
  number: number;
};

function RevisionField({ configuration: { id, newest }, number, onChange }: RevisionFieldProps) {
  const t = useTranslations("simulator.source");
  const lines = useRevisions(id);
  const older = lines.filter((line) => line.number < newest);
  const isListed = number === newest || older.some((line) => line.number === number);
  const options = [
    { value: String(newest), label: t("newest", { number: newest }) },
    ...(isListed ? [] : [{ value: String(number), label: t("older", { number }) }]),
    ...older.map(({ number: each, message }) => ({
      value: String(each),
      label: message === "" ? t("older", { number: each }) : t("olderWith", { number: each, message }),
    })),
  ];
  return (
    <ChoiceField
      label={t("revision")}
      value={String(number)}
      options={options}
      onChange={(value) =>
        onChange({ configuration: id, revision: Number(value) === newest ? null : Number(value) })
      }
    />
  );
}

/** What does not fit between the link, the node and the file. */
export function SourceNotices({ query, data, choice, onChange }: SourceProps) {
  const t = useTranslations("simulator.source");
  const { node, configuration, missing } = choice;
  const own = data.configurations.find(({ id }) => id === node?.configurationId);
  const differs = query.source === "saved" && own && configuration && own.id !== configuration.id;
  return (
    <>
      {missing === "configuration" ? <Banner kind="warn">{t("missingConfiguration")}</Banner> : null}
      {missing === "node" ? <Banner kind="warn">{t("missingNode")}</Banner> : null}
      {differs && node ? (
        <Banner
          kind="info"
          action={
            <Button size="sm" onClick={() => onChange({ configuration: own.id, revision: null, assume: {} })}>
              {t("useOwn", { name: own.name })}
            </Button>
          }
        >
          {t("ownOfNode", { node: node.name, name: own.name })}
        </Banner>
      ) : null}
    </>
  );
}
