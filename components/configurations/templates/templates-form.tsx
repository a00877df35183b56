"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { BottomBar } from "@/components/configurations/editor/bottom-bar";
import { useAnnounce } from "@/components/ui/announcer";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { countPlaces, newestPlace, type TemplateHolder } from "@/lib/domain/containerd-template/places";
import { PlaceChoice } from "./place-choice";
import { ReadTemplates } from "./read-templates";
import { TemplatesSaveBar } from "./save-bar";
import { TakeOver } from "./take-over";
import { TemplateCard } from "./template-card";
import { shownNames, type TemplatesBase } from "./texts";
import { useTexts } from "./use-texts";

export type TemplatesFormProps = {
  id: string;
  start: TemplatesBase;
  holders: readonly TemplateHolder[];
  rights: { mayWrite: boolean; mayReadNodes: boolean };
  /** The node whose templates shall be taken over. */
  node?: string | undefined;
  /** Starts over from that revision, or from one that is newer still. */
  onReload: (number: number) => void;
};

/** Both templates of a configuration, judged for the nodes that get them. */
export function TemplatesForm({ id, start, holders, rights, node, onReload }: TemplatesFormProps) {
  const t = useTranslations("containerdtemplates");
  const announce = useAnnounce();
  const [base, setBase] = useState(start);
  const places = useMemo(() => countPlaces(holders), [holders]);
  const [place, setPlace] = useState(() => places.find(({ version }) => version !== null) ?? newestPlace());
  const { texts, removed, put, remove, undo, forget } = useTexts(start);
  const [tidied, setTidied] = useState(false);
  const judging = { texts, place, places };
  const takeOver = (
    <TakeOver
      {...{ holders, texts, node }}
      mayRead={rights.mayReadNodes}
      onTake={(name: TemplateName, text: string, wasTidied: boolean) => {
        put(name, text);
        setTidied(wasTidied);
        announce(t("takeOver.taken", { name }));
      }}
    />
  );
  return (
    <>
      <div className="space-y-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <PlaceChoice places={places} place={place} onChange={setPlace} />
          {rights.mayWrite ? takeOver : null}
        </div>
        {tidied ? (
          <p role="status" className="text-muted text-sm">
            {t("normalized")}
          </p>
        ) : null}
        {shownNames.map((name) =>
          rights.mayWrite ? (
            <TemplateCard key={name} {...{ name, removed, ...judging }} actions={{ put, remove, undo }} />
          ) : (
            <ReadTemplates key={name} name={name} {...judging} />
          ),
        )}
      </div>
      {rights.mayWrite ? (
        <BottomBar>
          <TemplatesSaveBar
            {...{ id, base, texts, places, onReload }}
            onBase={setBase}
            onSaved={(saved) => {
              setBase(saved);
              forget();
            }}
          />
        </BottomBar>
      ) : null}
    </>
  );
}
