"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Select } from "@/components/ui/select";
import { placeKey, type TestPlace } from "@/lib/domain/registry-test/places";
import { useTestPlaces } from "./test-places";

/** From where to test; not shown where only the server can. */
export function PlaceSelect({ name }: { name: string }) {
  const t = useTranslations("registrytest.from");
  const { all, chosen, choose } = useTestPlaces();
  const id = useId();
  if (all.length < 2) return null;
  const labelOf = (place: TestPlace) => {
    if (place.kind === "server") return t("server");
    if (place.kind === "node") return place.node.name;
    return t("all", { count: place.nodes.length, group: place.group.name });
  };
  return (
    <span className="flex min-w-0 items-center gap-2 max-sm:w-full">
      <label htmlFor={id} className="shrink-0 text-muted text-sm">
        <span aria-hidden="true">{t("label")}</span>
        <span className="sr-only">{t("labelNamed", { url: name })}</span>
      </label>
      <Select
        id={id}
        className="w-60 min-w-0 max-sm:flex-1"
        value={placeKey(chosen)}
        options={all.map((place) => ({ value: placeKey(place), label: labelOf(place) }))}
        onChange={(event) => choose(event.target.value)}
      />
    </span>
  );
}
