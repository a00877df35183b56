"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import type { AuthField } from "@/lib/domain/registries/fields";
import { AuthValueField } from "./auth-value-field";
import { CredentialChoice } from "./credential-choice";
import { usePart } from "./document/use-part";
import type { HostPath } from "./editor-form";
import { ExtrasList } from "./extras-list";

const usual: readonly AuthField[] = ["username", "password"];

/** The login of a registry host: none, a stored credential, or values typed here and stored on save. */
export function AuthFields({ path }: { path: `${HostPath}.auth` }) {
  const t = useTranslations("editor");
  const auth = usePart(path);
  const isSet = (field: AuthField) => {
    const value = auth.values[field];
    return value.kind === "secret" || value.text !== "";
  };
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="mb-2 font-semibold">{t("credential")}</legend>
      <CredentialChoice path={path} />
      {auth.mode === "typed" ? (
        <>
          <p className="text-muted text-sm">{t("typedHint")}</p>
          {usual.map((field) => (
            <AuthValueField key={field} path={path} field={field} />
          ))}
          <Disclosure summary={t("otherLogins")} open={isSet("auth") || isSet("identity_token")}>
            <div className="space-y-3">
              <AuthValueField path={path} field="identity_token" />
              <AuthValueField path={path} field="auth" />
            </div>
          </Disclosure>
        </>
      ) : null}
      {auth.mode === "none" ? null : <ExtrasList name={`${path}.extras`} inAuth />}
    </fieldset>
  );
}
