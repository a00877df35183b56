"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { templateSnippets } from "@/lib/domain/containerd-template/facts";
import type { CountedPlace, TemplatePlace } from "@/lib/domain/containerd-template/places";
import type { GoToLine } from "./code-pane";
import { NodeVerdicts } from "./node-verdicts";
import { TemplateText } from "./template-text";
import type { Texts } from "./texts";
import { useJudged } from "./use-judged";
import type { TextActions } from "./use-texts";
import { Verdict } from "./verdict";

export type TemplateCardProps = {
  name: TemplateName;
  texts: Texts;
  removed: Texts;
  place: TemplatePlace;
  places: readonly CountedPlace[];
  actions: TextActions;
};

/** One template: its text and what it does, or the ways to begin one. */
export function TemplateCard(props: TemplateCardProps) {
  const { name, texts, actions } = props;
  const t = useTranslations("containerdtemplates");
  const has = texts[name] !== undefined;
  // Whoever begins here goes on in the text.
  const [begun, setBegun] = useState(false);
  return (
    <Card
      title={name}
      description={t(`readBy.${name === "config.toml.tmpl" ? "old" : "v3"}`)}
      actions={
        has ? (
          <Button size="sm" aria-label={t("removeNamed", { name })} onClick={() => actions.remove(name)}>
            {t("remove")}
          </Button>
        ) : undefined
      }
    >
      {has ? <Filled {...props} focus={begun} /> : <Empty {...props} onBegin={() => setBegun(true)} />}
    </Card>
  );
}

function Filled({ name, texts, place, places, actions, focus }: TemplateCardProps & { focus: boolean }) {
  const t = useTranslations("containerdtemplates");
  const verdict = useId();
  const control = useRef<GoToLine>(null);
  const [tidied, setTidied] = useState(false);
  const { faults, judged, marks } = useJudged(texts, name, place);
  return (
    <div className="space-y-4">
      <TemplateText
        label={name}
        text={texts[name] ?? ""}
        marks={marks}
        verdict={verdict}
        control={control}
        focus={focus}
        onType={(text) => actions.put(name, text)}
        onTidied={() => setTidied(true)}
      />
      {tidied ? (
        <p role="status" className="text-muted text-sm">
          {t("normalized")}
        </p>
      ) : null}
      <Verdict id={verdict} {...{ judged, faults }} onGoTo={(line) => control.current?.goToLine(line)} />
      <NodeVerdicts {...{ name, texts, places }} />
    </div>
  );
}

function Empty({ name, removed, actions, onBegin }: TemplateCardProps & { onBegin: () => void }) {
  const t = useTranslations("containerdtemplates");
  const announce = useAnnounce();
  const wasThere = removed[name] !== undefined;
  // The button that removed it is gone.
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  function start() {
    onBegin();
    actions.put(name, `${templateSnippets.base}\n\n${t("starter")}\n`);
    announce(t("started", { name }));
  }
  function undo() {
    onBegin();
    actions.undo(name);
    announce(t("restored", { name }));
  }
  return (
    <div className="space-y-3">
      <p className="text-muted text-prose" role={wasThere ? "status" : undefined}>
        {t(wasThere ? "removed" : "none", { name })}
      </p>
      <div className="flex flex-wrap gap-2">
        {wasThere ? (
          <Button ref={back} aria-label={t("undoNamed", { name })} onClick={undo}>
            {t("undo")}
          </Button>
        ) : null}
        <Button aria-label={t("startNamed", { name })} onClick={start}>
          {t("start")}
        </Button>
      </div>
    </div>
  );
}
