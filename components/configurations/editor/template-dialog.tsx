"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { addDefinition, firstField } from "@/lib/domain/registries/templates/add";
import { buildTemplate } from "@/lib/domain/registries/templates/build";
import {
  type TemplateId,
  type TemplateValues,
  templateDefaults,
  templateSchema,
} from "@/lib/domain/registries/templates/schema";
import { useHistoryActions } from "./document/definition-document";
import { useGoTo } from "./findings/use-go-to";
import { TemplateFields } from "./template-fields";
import { TemplatePreview } from "./template-preview";

type TemplateDialogProps = { id: TemplateId; onClose: () => void };

/** Asks for what one usual set-up needs, shows the lines it makes, and adds them as one step that can be undone. */
export function TemplateDialog({ id, onClose }: TemplateDialogProps) {
  const t = useTranslations("templates");
  const common = useTranslations("common");
  const formId = useId();
  const schema = useMemo(() => templateSchema(id), [id]);
  const { control, handleSubmit } = useForm({
    resolver: useIssueResolver(schema),
    defaultValues: templateDefaults(id),
  });
  const values = useWatch({ control, compute: (all: TemplateValues) => all });
  const definition = schema.safeParse(values).success ? buildTemplate(id, values) : null;
  const add = useAdd(id);
  return (
    <Dialog
      open
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
      <form
        id={formId}
        noValidate
        className="space-y-4 pb-2"
        onSubmit={handleSubmit((accepted) => {
          onClose();
          add(accepted);
        })}
      >
        <TemplateFields id={id} control={control} />
        <TemplatePreview definition={definition} />
      </form>
    </Dialog>
  );
}

function useAdd(id: TemplateId) {
  const t = useTranslations("templates");
  const announce = useAnnounce();
  const { replace } = useHistoryActions();
  const goTo = useGoTo();
  return (values: TemplateValues) => {
    const definition = buildTemplate(id, values);
    let field: string | null = null;
    const changed = replace((form) => {
      const next = addDefinition(form, definition);
      field = firstField(next, definition);
      return next;
    });
    announce(changed === null ? t("nothing") : t("added", { name: t(`items.${id}.name`) }));
    // The dialog gives the focus back first.
    requestAnimationFrame(() => {
      if (field !== null) goTo({ field, part: partOf(field) });
    });
  };
}

/** `definition.mirrors.3.name` stands in the entry `mirrors/3`. */
const partOf = (field: string) => field.split(".").slice(1, 3).join("/");
