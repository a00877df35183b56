"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { Definition } from "@/lib/domain/registries/schema";
import { CreateForm } from "./create-form";
import type { Origin } from "./origin";

const IntoExisting = dynamic(() => import("./into-existing").then((module) => module.IntoExisting), {
  loading: () => <Skeleton className="h-24" />,
});

export type KnownConfiguration = { id: string; name: string };

const places = ["new", "merge", "replace"] as const;
export type Place = (typeof places)[number];

type DestinationProps = {
  definition: Definition;
  fileName: string;
  origin?: Origin;
  configurations: readonly KnownConfiguration[];
  /** One of them that it is meant to replace. */
  into?: string | undefined;
};

/** Where what was read goes: into a configuration of its own, or into one that exists. */
export function Destination({ definition, fileName, origin, configurations, into }: DestinationProps) {
  const t = useTranslations("import");
  const id = useId();
  const meant = configurations.find((each) => each.id === into)?.id;
  const [place, setPlace] = useState<Place>(meant === undefined ? "new" : "replace");
  const [chosen, setChosen] = useState(meant ?? configurations[0]?.id ?? "");
  const options = places.map((value) => ({
    value,
    label: t(`place.${value}.label`),
    hint: t(`place.${value}.hint`),
  }));
  return (
    <Card title={t("destination")}>
      <div className="space-y-5">
        {configurations.length > 0 ? (
          <RadioGroup
            name={`${id}-place`}
            legend={t("destination")}
            legendHidden
            options={options}
            value={place}
            onChange={(value) => setPlace(places.find((each) => each === value) ?? "new")}
          />
        ) : null}
        {place === "new" ? (
          <CreateForm definition={definition} fileName={fileName} origin={origin} />
        ) : (
          <>
            <div className="max-w-160 space-y-1.5">
              <label htmlFor={`${id}-into`} className="block font-medium">
                {t("configuration")}
              </label>
              <Select
                id={`${id}-into`}
                value={chosen}
                onChange={({ target }) => setChosen(target.value)}
                options={configurations.map(({ id: value, name }) => ({ value, label: name }))}
              />
            </div>
            <IntoExisting
              key={chosen}
              id={chosen}
              place={place}
              definition={definition}
              fileName={fileName}
              origin={origin}
            />
          </>
        )}
      </div>
    </Card>
  );
}
