"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { useFaultWords } from "@/components/nodes/use-fault-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { apiRequest } from "@/lib/client/api";
import { tidyTemplate } from "@/lib/domain/containerd-template/text-faults";
import type { TemplatesView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { FoundTemplate } from "./found-template";
import type { TakeOverProps } from "./take-over";

type FormProps = TakeOverProps & { onDone: () => void };
type Read = { node: string; seen: TemplatesView };

/** Chooses a node, reads its templates, and shows each with the way to take it over. */
export function TakeOverForm({ holders, texts, node, onTake, onDone }: FormProps) {
  const t = useTranslations("containerdtemplates.takeOver");
  const id = useId();
  const known = holders.some((each) => each.id === node);
  const [chosen, setChosen] = useState(known && node !== undefined ? node : "");
  const [read, setRead] = useState<Read | null>(null);
  const { pending, error, run } = useApiAction();
  const name = holders.find((each) => each.id === chosen)?.name ?? "";
  const options = [
    { value: "", label: t("choose"), disabled: true },
    ...holders.map((each) => ({
      value: each.id,
      label:
        each.templates.length === 0
          ? each.name
          : t("option", { name: each.name, files: each.templates.join(", ") }),
    })),
  ];
  const readNode = () =>
    run(
      () => apiRequest<TemplatesView>("POST", apis.nodeTemplates(chosen)),
      (seen) => setRead({ node: chosen, seen }),
    );
  return (
    <div className="space-y-4 pb-2">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60 space-y-1.5">
          <label htmlFor={id}>{t("node")}</label>
          <Select
            id={id}
            value={chosen}
            options={options}
            onChange={(event) => {
              setChosen(event.target.value);
              setRead(null);
            }}
          />
        </div>
        <Button pending={pending} disabled={chosen === ""} onClick={() => void readNode()}>
          {t("read")}
        </Button>
      </div>
      <FormError error={error} />
      <p role="status" className="sr-only">
        {pending ? t("reading") : ""}
      </p>
      {read?.node === chosen ? (
        <Found
          seen={read.seen}
          {...{ name, texts }}
          onTake={(file, text) => {
            const tidy = tidyTemplate(text);
            onTake(file, tidy, tidy !== text);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}

type FoundProps = Pick<TakeOverProps, "texts"> & {
  name: string;
  seen: TemplatesView;
  onTake: (file: keyof TakeOverProps["texts"], text: string) => void;
};

function Found({ name, seen, texts, onTake }: FoundProps) {
  const t = useTranslations("containerdtemplates.takeOver");
  const words = useFaultWords();
  if (!seen.ok)
    return (
      <Banner kind="error" role="alert">
        {t("unreachable", { name, fault: words(seen.fault, name).headline })}
      </Banner>
    );
  if (seen.templates.length === 0)
    return (
      <p role="status" className="text-prose">
        {t("none", { name })}
      </p>
    );
  return seen.templates.map((template) => (
    <FoundTemplate
      key={template.path}
      template={template}
      replaces={texts[template.name] !== undefined}
      onTake={(text) => onTake(template.name, text)}
    />
  ));
}
