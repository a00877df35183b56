"use client";
import { Pencil, Replace } from "lucide-react";
import { useTranslations } from "next-intl";
import { DeleteSshCredential } from "@/components/nodes/ssh/delete-ssh-credential";
import { IconButton } from "@/components/ui/icon-button";
import type { SshCredentialView } from "@/lib/domain/nodes/views";

type ActionsProps = {
  credential: SshCredentialView;
  refusal: string | undefined;
  onOpen: (action: "replace" | "rename") => void;
};

/** What may be done with an SSH credential; without the right to it, the buttons stay and say why. */
export function LoginActions({ credential, refusal, onOpen }: ActionsProps) {
  const t = useTranslations("sshreplacement");
  const { name } = credential;
  const allowed =
    refusal === undefined ? {} : ({ "aria-disabled": true, "aria-description": refusal } as const);
  const open = (action: "replace" | "rename") => (refusal === undefined ? () => onOpen(action) : undefined);
  return (
    <span className="inline-flex">
      <IconButton
        {...allowed}
        label={t("replace", { name })}
        icon={<Replace size={14} aria-hidden />}
        aria-haspopup="dialog"
        onClick={open("replace")}
      />
      <IconButton
        {...allowed}
        label={t("rename", { name })}
        icon={<Pencil size={14} aria-hidden />}
        aria-haspopup="dialog"
        onClick={open("rename")}
      />
      <DeleteSshCredential credential={credential} refusal={refusal} />
    </span>
  );
}
