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
import { importConfigurationSchema } from "@/lib/domain/configurations/schema";
import { apis, pages } from "@/lib/domain/paths";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Origin } from "./origin";
import { nameFromFile } from "./read-file";

type CreateFormProps = { definition: Definition; fileName: string; origin: Origin | undefined };

/** Names what was read and makes a configuration of it. */
export function CreateForm({ definition, fileName, origin }: CreateFormProps) {
  const t = useTranslations("import");
  const router = useRouter();
  const [made, setMade] = useState(false);
  const form = useForm({
    resolver: useIssueResolver(importConfigurationSchema),
    defaultValues: {
      name: origin ? origin.name.slice(0, 100) : nameFromFile(fileName),
      message: origin ? t("nodeMessage", { name: origin.name }).slice(0, 500) : "",
    },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => {
      const body = { ...values, definition, nodeFile: origin?.nodeFile };
      return apiRequest<{ id: string }>("POST", apis.configurations(), body);
    },
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
      {origin ? (
        <TextField
          control={form.control}
          name="message"
          label={t("message")}
          hint={t("messageHint")}
          autoComplete="off"
        />
      ) : null}
      <Button type="submit" variant="primary" pending={pending}>
        {t("create")}
      </Button>
    </form>
  );
}
