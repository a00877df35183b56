"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import { duplicateConfigurationSchema } from "@/lib/domain/configurations/schema";
import { apis, pages } from "@/lib/domain/paths";
import type { Definition } from "@/lib/domain/registries/schema";
import { nameFromFile } from "./read-file";

/** Names what was read and makes a configuration of it. */
export function CreateForm({ definition, fileName }: { definition: Definition; fileName: string }) {
  const t = useTranslations("import");
  const router = useRouter();
  const [made, setMade] = useState(false);
  const form = useForm({
    resolver: useIssueResolver(duplicateConfigurationSchema),
    defaultValues: { name: nameFromFile(fileName) },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: ({ name }) => apiRequest<{ id: string }>("POST", apis.configurations(), { name, definition }),
    onSuccess: ({ id }) => {
      setMade(true);
      router.push(pages.configuration(id));
    },
  });
  useLeaveGuard(!made);
  return (
    <form onSubmit={submit} noValidate className="max-w-160 space-y-4">
      <FormError error={error} />
      <TextField
        control={form.control}
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
      />
      <Button type="submit" variant="primary" pending={pending}>
        {t("create")}
      </Button>
    </form>
  );
}
