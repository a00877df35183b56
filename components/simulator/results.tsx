"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { pages } from "@/lib/domain/paths";
import type { Place } from "@/lib/domain/registries/explain/places";
import type { ImageReference } from "@/lib/domain/registries/reference";
import { Alternatives } from "./alternatives";
import { AttemptList } from "./attempt-list";
import type { Choice } from "./choice";
import { FilePanel } from "./file-panel";
import { LineProvider } from "./lines";
import { Notes } from "./note-list";
import type { OutcomeProps } from "./outcome";
import { ProbeProvider } from "./probe";
import { probeQuestion } from "./probe-question";
import type { SourceKind } from "./query";
import { Reading } from "./reading";
import { useResultText } from "./result-line";
import type { Simulation } from "./simulate";

type ResultsProps = OutcomeProps & {
  text: string;
  reference: ImageReference;
  simulation: Simulation;
};

/** The editor opens the newest revision, so only its lines can be found there. */
const editedId = (source: SourceKind, { configuration, number }: Choice) =>
  source === "saved" && configuration?.newest === number ? configuration.id : null;

function useFileLabel({ query: { source }, choice: { configuration, number } }: OutcomeProps): string {
  const t = useTranslations("simulator.file");
  if (source === "saved") return t("named", { name: configuration?.name ?? "", number });
  return t(source);
}

/** Says the new result to those who do not see it change. */
function useAnnounceResult(text: string) {
  const announce = useAnnounce();
  const last = useRef(text);
  useEffect(() => {
    if (last.current === text) return;
    last.current = text;
    announce(text);
  }, [text, announce]);
}

export function Results(props: ResultsProps) {
  const { image, query, choice, target, names, onAssume, text, reference, simulation } = props;
  const [focus, setFocus] = useState<{ line: number; last: number; turn: number } | null>(null);
  const { explanation } = simulation;
  const id = editedId(query.source, choice);
  const resultText = useResultText()(explanation, target.version.text);
  useAnnounceResult(resultText);
  const lines = useMemo(
    () => ({
      editorLink: id === null ? null : ({ path }: Place) => pages.configuration(id, { at: path }),
      show: ({ line, last }: Place) => setFocus((before) => ({ line, last, turn: (before?.turn ?? 0) + 1 })),
    }),
    [id],
  );
  const slugs = names.certificateSlugs;
  const questionOf = useCallback((url: string) => probeQuestion(url, text, slugs), [text, slugs]);
  return (
    <LineProvider value={lines}>
      <Notes question={{ target, explanation, node: choice.node }} registry={reference.registryHost} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-6">
          <Reading image={image} reference={reference} simulation={simulation} />
          <ProbeProvider value={questionOf}>
            <AttemptList
              simulation={simulation}
              names={names}
              version={target.version.text}
              assume={query.assume}
              onAssume={onAssume}
            />
          </ProbeProvider>
          <Alternatives lists={explanation.alternatives} />
        </div>
        <FilePanel
          label={useFileLabel(props)}
          text={text}
          lines={simulation.lines}
          focus={focus}
          editorHref={id === null ? null : pages.configuration(id)}
        />
      </div>
    </LineProvider>
  );
}
