"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { describeControl, FieldFrame, useFieldIds } from "@/components/fields/field-frame";
import { Select } from "@/components/ui/select";
import { authFields } from "@/lib/domain/registries/fields";
import { usePart } from "./document/use-part";
import { useEditor } from "./editor-context";
import { type HostPath, useEditorForm } from "./editor-form";
import { FieldFindings } from "./findings/field-findings";
import { useFindingsAt } from "./findings/findings-provider";

/** One list for all that a login can come from; a stored credential is chosen by its name. */
export function CredentialChoice({ path }: { path: `${HostPath}.auth` }) {
  const t = useTranslations("editor");
  const { control, getValues, setValue, clearErrors } = useEditorForm();
  const { credentials } = useEditor();
  const auth = usePart(path);
  const { field, fieldState } = useController({ control, name: `${path}.credential` });
  const chosen = credentials.find((each) => each.slug === auth.credential);
  const found = useFindingsAt(`${path}.credential`);
  const gives =
    auth.mode === "stored" && chosen ? t("gives", { fields: auth.storedFields.join(", ") }) : undefined;
  const hint =
    gives === undefined && found.length === 0 ? undefined : (
      <>
        {gives === undefined ? null : <p>{gives}</p>}
        <FieldFindings found={found} />
      </>
    );
  const ids = useFieldIds(hint, fieldState.error);

  function choose(value: string) {
    clearErrors(path);
    const mode = value === "none" || value === "typed" ? value : "stored";
    const slug = mode === "stored" ? value.slice("stored:".length) : "";
    const given = credentials.find((each) => each.slug === slug)?.fields ?? [];
    setValue(
      path,
      {
        ...getValues(path),
        mode,
        credential: slug,
        storedFields: authFields.filter((each) => given.includes(each)),
      },
      { shouldDirty: true },
    );
  }

  const missing = auth.mode === "stored" && !chosen;
  const options = [
    { value: "none", label: t("credentialNone") },
    { value: "typed", label: t("credentialTyped") },
    ...credentials.map(({ slug, name, username }) => ({
      value: `stored:${slug}`,
      label: username ? t("credentialNamed", { name, username }) : name,
    })),
    ...(missing
      ? [{ value: `stored:${auth.credential}`, label: t("credentialMissing", { slug: auth.credential }) }]
      : []),
  ];
  return (
    <FieldFrame ids={ids} label={t("credentialSource")} hint={hint} error={fieldState.error}>
      <Select
        ref={field.ref}
        name={field.name}
        onBlur={field.onBlur}
        options={options}
        value={auth.mode === "stored" ? `stored:${auth.credential}` : auth.mode}
        onChange={(event) => choose(event.target.value)}
        {...describeControl(ids, fieldState.error)}
      />
    </FieldFrame>
  );
}
