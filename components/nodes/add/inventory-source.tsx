"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ChooseFile } from "@/components/configurations/choose-file";
import { FileDrop } from "@/components/configurations/file-drop";
import { Banner } from "@/components/ui/banner";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type InventoryKind, inventoryKinds } from "@/lib/domain/inventory/inventory";
import type { InventoryState } from "./use-inventory";

const sample = "root@10.0.4.21 edge-1\nops@10.0.4.22:2222 edge-2\n10.0.4.23";

/** Where the machines come from: typed, pasted, chosen as a file or dropped on the page, and what it is read as. */
export function InventorySource({ state }: { state: InventoryState }) {
  const t = useTranslations("inventory");
  const id = useId();
  const { text, setText, take, failure } = state;
  return (
    <div className="max-w-160 space-y-2">
      <FileDrop onFile={take} />
      <div className="flex flex-wrap items-end justify-between gap-2">
        <label htmlFor={id} className="font-medium">
          {t("source")}
        </label>
        <ChooseFile label={t("choose")} onFile={take} />
      </div>
      <Textarea
        id={id}
        mono
        rows={8}
        value={text}
        placeholder={sample}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t("sourceHint")}
      </p>
      {failure ? (
        <Banner kind="error" role="alert">
          {t(`fileFailures.${failure.code}`, { byte: failure.code === "notUtf8" ? failure.byte : 0 })}
        </Banner>
      ) : null}
      {text.trim() === "" ? null : <KindChoice state={state} />}
    </div>
  );
}

function KindChoice({ state: { recognised, chosenKind, setKind } }: { state: InventoryState }) {
  const t = useTranslations("inventory");
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {t("kind")}
      </label>
      <Select
        id={id}
        value={chosenKind ?? ""}
        options={[
          { value: "", label: t("kindAuto", { kind: t(`kinds.${recognised}`) }) },
          ...inventoryKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
        onChange={(event) => setKind((event.target.value || undefined) as InventoryKind | undefined)}
      />
    </div>
  );
}
