"use client";

import { useId, useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { buildTemplate } from "@/lib/domain/registries/templates/build";
import type { TemplateId } from "@/lib/domain/registries/templates/ids";
import {
  type TemplateValues,
  templateDefaults,
  templateSchema,
} from "@/lib/domain/registries/templates/schema";
import { HarborDialog } from "./harbor/harbor-dialog";
import { MirrorOffers } from "./mirror-offers";
import { TemplateFields } from "./template-fields";
import { TemplateFrame } from "./template-frame";
import { TemplatePreview } from "./template-preview";
import { useAddTemplate } from "./use-add-template";

type TemplateDialogProps = { id: TemplateId; onClose: () => void };

/** Asks for what one usual set-up needs, shows the lines it makes, and adds them as one step that can be undone. */
export function TemplateDialog({ id, onClose }: TemplateDialogProps) {
  return id === "harbor" ? <HarborDialog onClose={onClose} /> : <PlainDialog id={id} onClose={onClose} />;
}

/** The registry whose public mirrors a template can use; `*` for a cache of all of them. */
const offered: Partial<Record<TemplateId, string>> = { hub: "docker.io", "pull-through": "*" };

function PlainDialog({ id, onClose }: TemplateDialogProps) {
  const formId = useId();
  const schema = useMemo(() => templateSchema(id), [id]);
  const { control, handleSubmit, setValue } = useForm({
    resolver: useIssueResolver(schema),
    defaultValues: templateDefaults(id),
  });
  const values = useWatch({ control, compute: (all: TemplateValues) => all });
  const definition = schema.safeParse(values).success ? buildTemplate(id, values) : null;
  const add = useAddTemplate(id);
  const registry = offered[id];
  return (
    <TemplateFrame id={id} formId={formId} onClose={onClose}>
      <form
        id={formId}
        noValidate
        className="space-y-4 pb-2"
        onSubmit={handleSubmit((accepted) => {
          onClose();
          add(buildTemplate(id, accepted));
        })}
      >
        <TemplateFields id={id} control={control} />
        {registry === undefined ? null : (
          <MirrorOffers
            registry={registry}
            chosen={values.address}
            onPick={(address) => setValue("address", address, { shouldValidate: true, shouldDirty: true })}
          />
        )}
        <TemplatePreview definition={definition} />
      </form>
    </TemplateFrame>
  );
}
