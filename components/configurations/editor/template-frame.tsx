"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TemplateId } from "@/lib/domain/registries/templates/ids";

type TemplateFrameProps = {
  id: TemplateId;
  /** The form inside, which the button of the dialog submits. */
  formId: string;
  onClose: () => void;
  children: ReactNode;
  width?: "md" | "lg";
};

/** The dialog of a template: what it is for, and the button that adds its entries. */
export function TemplateFrame({ id, formId, onClose, children, width = "md" }: TemplateFrameProps) {
  const t = useTranslations("templates");
  const common = useTranslations("common");
  return (
    <Dialog
      open
      width={width}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t(`items.${id}.name`)}
      description={t(`items.${id}.text`)}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t("add")}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
