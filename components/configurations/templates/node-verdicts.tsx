"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { VerdictBadge } from "@/components/nodes/template-verdict";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { type CountedPlace, judgeManaged, keyOfPlace } from "@/lib/domain/containerd-template/places";
import { isUsualFolder } from "./place-words";
import { type Texts, toTemplates } from "./texts";

type NodeVerdictsProps = { name: TemplateName; texts: Texts; places: readonly CountedPlace[] };

/** What a template does on the nodes that would get it, by their release and data folder. */
export function NodeVerdicts({ name, texts, places }: NodeVerdictsProps) {
  const t = useTranslations("containerdtemplates");
  const settled = useDeferredValue(texts);
  const judged = useMemo(() => {
    const templates = toTemplates(settled);
    return places.map((place) => ({
      place,
      fact: judgeManaged(templates, place).find((fact) => fact.name === name),
    }));
  }, [settled, places, name]);
  if (places.length === 0) return <p className="text-muted text-sm">{t("noNodes")}</p>;
  return (
    <div className="space-y-1.5">
      <h3 className="font-medium text-sm">{t("onNodes")}</h3>
      <ul className="space-y-1">
        {judged.map(({ place, fact }) => (
          <li key={keyOfPlace(place)} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <PlaceText place={place} />
            {fact ? <VerdictBadge judged={fact} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PlaceText({ place }: { place: CountedPlace }) {
  const t = useTranslations("containerdtemplates");
  const { version, dataDir, nodes: count } = place;
  return (
    <span className="[overflow-wrap:anywhere]">
      {version === null ? t("nodesUnknown", { count }) : t("nodesOn", { count, version })}
      {dataDir === null || isUsualFolder(dataDir) ? null : (
        <span className="text-muted"> ({t("dataIn", { dataDir })})</span>
      )}
    </span>
  );
}
