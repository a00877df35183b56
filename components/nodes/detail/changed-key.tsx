"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Banner } from "@/components/ui/banner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ApiError } from "@/lib/client/api";

type Change = { old: string; fresh: string };

type ChangedKeyProps = {
  name: string;
  change: Change;
  mayReplace: boolean;
  error: ApiError | undefined;
  onReplace: () => Promise<boolean>;
};

/** The hard stop: the machine shows another key than the trusted one. Going on takes an administrator and a reason. */
export function ChangedKey({ name, change, mayReplace, error, onReplace }: ChangedKeyProps) {
  const t = useTranslations("nodes.hostKey");
  const [open, setOpen] = useState(false);
  const refusal = mayReplace ? undefined : t("replaceForbidden");
  return (
    <Banner
      kind="error"
      role="alert"
      title={t("changedTitle", { name })}
      action={
        <AllowedButton size="sm" refusal={refusal} onClick={() => setOpen(true)}>
          {t("replace")}
        </AllowedButton>
      }
    >
      <div className="space-y-2">
        <p>{t("changedText")}</p>
        <Fingerprints change={change} />
        {refusal ? <p>{refusal}</p> : null}
      </div>
      <ConfirmDialog
        title={t("replaceTitle", { name })}
        confirmLabel={t("replaceConfirm", { name })}
        typeName={name}
        open={open}
        onOpenChange={setOpen}
        onConfirm={onReplace}
      >
        <FormError error={error} />
        <p>{t("replaceText")}</p>
        <Fingerprints change={change} />
      </ConfirmDialog>
    </Banner>
  );
}

function Fingerprints({ change }: { change: Change }) {
  const t = useTranslations("nodes.hostKey");
  const code = (text: string) => <code className="text-code [overflow-wrap:anywhere]">{text}</code>;
  return (
    <DefinitionList
      facts={[
        { term: t("old"), value: code(change.old) },
        { term: t("new"), value: code(change.fresh) },
      ]}
    />
  );
}
