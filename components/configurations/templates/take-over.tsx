"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Dialog } from "@/components/ui/dialog";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import type { TemplateHolder } from "@/lib/domain/containerd-template/places";
import { TakeOverForm } from "./take-over-form";
import type { Texts } from "./texts";

export type TakeOverProps = {
  holders: readonly TemplateHolder[];
  texts: Texts;
  mayRead: boolean;
  /** The node that is chosen at first. */
  node?: string | undefined;
  onTake: (name: TemplateName, text: string, tidied: boolean) => void;
};

/** Templates that lie on a node already, as the beginning of those kept here. */
export function TakeOver(props: TakeOverProps) {
  const { holders, mayRead, node } = props;
  const t = useTranslations("containerdtemplates.takeOver");
  const [open, setOpen] = useState(mayRead && holders.some(({ id }) => id === node));
  const refusal = mayRead ? (holders.length === 0 ? t("noNodes") : undefined) : t("noRight");
  return (
    <>
      <AllowedButton refusal={refusal} onClick={() => setOpen(true)}>
        {t("open")}
      </AllowedButton>
      <Dialog open={open} onOpenChange={setOpen} title={t("title")} description={t("text")} width="lg">
        <TakeOverForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
