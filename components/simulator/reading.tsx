"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ImageReference } from "@/lib/domain/registries/reference";
import type { UnusedEntry } from "./entry-facts";
import { LineLink } from "./lines";
import { additions } from "./reference-parts";
import { rich } from "./rich";
import type { Simulation } from "./simulate";

type ReadingProps = { image: string; reference: ImageReference; simulation: Simulation };

/** What the name means, and which part of the file speaks for it. */
export function Reading({ image, reference, simulation: { explanation, entry } }: ReadingProps) {
  const t = useTranslations("simulator.reading");
  const { registryHost, normalized } = reference;
  const added = additions(image, reference);
  const directory = explanation.entry?.directory ?? null;
  return (
    <Card title={t("title")}>
      <DefinitionList
        facts={[
          { term: t("readsAs"), value: rich.code(normalized) },
          {
            term: t("added"),
            value:
              added.length === 0 ? (
                <span className="text-muted">{t("nothingAdded")}</span>
              ) : (
                <ul className="space-y-0.5">
                  {added.map((addition) => (
                    <li key={addition}>{t(`addition.${addition}`, { host: registryHost })}</li>
                  ))}
                </ul>
              ),
          },
          {
            term: t("entry"),
            value: <Entry entry={entry} explanation={explanation} registry={registryHost} />,
          },
          ...(directory === null ? [] : [{ term: t("directory"), value: rich.code(`certs.d/${directory}`) }]),
        ]}
      />
    </Card>
  );
}

type EntryProps = Pick<Simulation, "entry" | "explanation"> & { registry: string };

function Entry({ entry, explanation, registry }: EntryProps) {
  const t = useTranslations("simulator.reading");
  if (!entry) return null;
  const key = explanation.entry?.key ?? "";
  const sayUnused = ({ code, key: other }: UnusedEntry) =>
    code === "wildcard" && entry.kind === "none"
      ? t.rich("unusedWithoutEntry", { key: other, ...rich })
      : t.rich(`unused.${code}`, { key: other, registry, ...rich });
  return (
    <div className="space-y-0.5">
      <p>
        {t.rich(`kind.${entry.kind}`, { key, registry, ...rich })}{" "}
        <LineLink place={entry.place} what={t("entry")} />
      </p>
      {entry.unused.map((unused) => (
        <p key={unused.key} className="text-muted">
          {sayUnused(unused)}
        </p>
      ))}
    </div>
  );
}
