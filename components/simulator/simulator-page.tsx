"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { CopyLink } from "./copy-link";
import { Inputs } from "./inputs";
import { OutcomeLoading } from "./outcome-loading";
import type { SimulatorQuery } from "./query";
import type { SimulatorProps } from "./simulator";
import { SimulatorEmpty } from "./simulator-empty";
import { useFileSource } from "./use-file-source";
import { addressOf, useAddress, useChoice, useDraft, usePaused } from "./use-simulator";

/**
 * What works a pull out weighs as much as the rest of the page. The server has written the first answer, so the browser
 * fetches it while that is read.
 */
const Outcome = lazy(() => import("./outcome").then((module) => ({ default: module.Outcome })));

type SimulatorPageProps = SimulatorProps & { start: SimulatorQuery; onWritten: (query: string) => void };

/** Inputs above, what they come to below; all of it follows the typing. */
export function SimulatorPage({ data, initial, mayWrite, start, onWritten }: SimulatorPageProps) {
  const t = useTranslations("simulator");
  const [query, setQuery] = useState(start);
  const [pasted, setPasted] = useState("");
  const draft = useDraft();
  const { choice, target } = useChoice(query, data);
  const [image, simulateNow] = usePaused(query.image.trim());
  const [paste, readNow] = usePaused(pasted);
  const source = useFileSource({ query, choice, paste, draft, initial });
  const address = addressOf(query, choice);
  useAddress(address, onWritten);
  const change = (part: Partial<SimulatorQuery>) => setQuery((last) => ({ ...last, ...part }));
  const fields = { query, data, choice, draft: draft ?? null, onChange: change };
  const head = { title: t("title"), description: t("description") };
  if (data.configurations.length === 0 && query.source === "saved" && !draft)
    return (
      <>
        <PageHeader {...head} />
        <SimulatorEmpty mayWrite={mayWrite} onPaste={() => change({ source: "paste" })} />
      </>
    );
  return (
    <>
      <PageHeader {...head} actions={<CopyLink address={address} />} />
      <div className="space-y-6">
        <Inputs
          fields={fields}
          judged={image}
          pasted={pasted}
          isTooLarge={source.isTooLarge}
          target={target}
          onPaste={setPasted}
          onSubmit={() => {
            simulateNow();
            readNow();
          }}
        />
        <Suspense fallback={<OutcomeLoading number={choice.number} />}>
          <Outcome
            image={image}
            query={query}
            choice={choice}
            target={target}
            source={source}
            names={data}
            onAssume={(assume) => change({ assume })}
          />
        </Suspense>
      </div>
    </>
  );
}
