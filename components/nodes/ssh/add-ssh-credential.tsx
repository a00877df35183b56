"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PublicLine } from "./public-line";
import { type AddedSshCredential, SshCredentialFields } from "./ssh-credential-fields";

type AddProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAdded: (credential: AddedSshCredential) => void;
};

/** Stores a login to nodes; a key then shows its public half, which the machines still need. */
export function AddSshCredential({ open, onOpenChange, onAdded }: AddProps) {
  const t = useTranslations("nodes.ssh");
  const [added, setAdded] = useState<AddedSshCredential>();
  function change(next: boolean) {
    if (!next) setAdded(undefined);
    onOpenChange(next);
  }
  function finish(credential: AddedSshCredential) {
    onAdded(credential);
    if (credential.publicKey === null) change(false);
    else setAdded(credential);
  }
  const done = (
    <Button variant="primary" onClick={() => change(false)}>
      {t("done")}
    </Button>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={added ? t("addedTitle", { name: added.name }) : t("addTitle")}
      description={added ? t("addedText", { username: added.username }) : t("addText")}
      footer={added ? done : undefined}
    >
      {added?.publicKey ? (
        <PublicLine publicKey={added.publicKey} username={added.username} />
      ) : (
        <SshCredentialFields onAdded={finish} onCancel={() => change(false)} />
      )}
    </Dialog>
  );
}
