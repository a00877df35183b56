"use client";
import { useTranslations } from "next-intl";
import { useSignOut } from "@/components/shell/use-sign-out";
import { Button } from "@/components/ui/button";
import { pages } from "@/lib/domain/paths";
import { PasswordForm } from "./password-form";

/** All that somebody can do whose password another person has seen. */
export function FirstPassword({ id, name }: { id: string; name: string }) {
  const t = useTranslations("password");
  const signOut = useSignOut(id);
  return (
    <div className="w-full max-w-120 space-y-6 rounded-xl border border-line bg-sheet p-6 sm:p-8">
      <div className="space-y-1">
        <h1 className="font-semibold text-xl">{t("firstTitle")}</h1>
        <p className="text-muted text-prose [overflow-wrap:anywhere]">{t("firstLead", { name })}</p>
      </div>
      <PasswordForm first onChanged={() => window.location.assign(pages.overview())} />
      <Button variant="ghost" className="w-full" onClick={() => void signOut()}>
        {t("signOut")}
      </Button>
    </div>
  );
}
