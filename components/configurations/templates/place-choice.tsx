"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Select } from "@/components/ui/select";
import {
  type CountedPlace,
  keyOfPlace,
  newestPlace,
  type TemplatePlace,
} from "@/lib/domain/containerd-template/places";
import { isUsualFolder } from "./place-words";

type PlaceChoiceProps = {
  places: readonly CountedPlace[];
  place: TemplatePlace;
  onChange: (place: TemplatePlace) => void;
};

/** Which release, among those of the nodes and the newest one, the templates are judged for. */
export function PlaceChoice({ places, place, onChange }: PlaceChoiceProps) {
  const t = useTranslations("containerdtemplates");
  const id = useId();
  const newest = newestPlace();
  const choices = [...places, newest].filter(
    (each, at, all) => all.findIndex((other) => keyOfPlace(other) === keyOfPlace(each)) === at,
  );
  const labelOf = (each: TemplatePlace | CountedPlace): string => {
    const version = each.version ?? t("noRelease");
    if (!("nodes" in each)) return t("newest", { version });
    const { dataDir, nodes: count } = each;
    return dataDir === null || isUsualFolder(dataDir)
      ? t("placeOption", { version, count })
      : t("placeOptionData", { version, dataDir, count });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 max-sm:w-full">
      <label htmlFor={id} className="font-medium">
        {t("place")}
      </label>
      <Select
        id={id}
        className="w-full sm:w-80"
        value={keyOfPlace(place)}
        options={choices.map((each) => ({ value: keyOfPlace(each), label: labelOf(each) }))}
        onChange={(event) => {
          const chosen = choices.find((each) => keyOfPlace(each) === event.target.value);
          if (chosen) onChange({ version: chosen.version, dataDir: chosen.dataDir });
        }}
      />
    </div>
  );
}
