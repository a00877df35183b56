"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Later } from "@/components/ui/later";
import { useToast } from "@/components/ui/toast";
import { part } from "@/lib/client/part";
import type { OneTimePassword, PersonView } from "@/lib/domain/people/views";
import { ConfirmPerson, type Question } from "./confirm-person";

const addDialog = part(() => import("./add-dialog").then((module) => module.AddDialog));
const roleDialog = part(() => import("./role-dialog").then((module) => module.RoleDialog));
const resetDialog = part(() => import("./reset-dialog").then((module) => module.ResetDialog));
const secretDialog = part(() => import("./secret-dialog").then((module) => module.SecretDialog));
export const dialogs = [addDialog, roleDialog, resetDialog, secretDialog];

export type Opened =
  | { kind: "add" }
  | { kind: "reset"; person: PersonView }
  | { kind: "role" | Question; person: PersonView }
  | { kind: "secret"; made: OneTimePassword };

type OpenedDialogProps = { opened: Opened; open: (next: Opened | null) => void };

const said = { role: "roleChanged", disable: "disabled", enable: "enabled", delete: "deleted" } as const;

/** The dialog of what was chosen, and what follows when it is done. */
export function OpenedDialog({ opened, open }: OpenedDialogProps) {
  const t = useTranslations("people");
  const router = useRouter();
  const toast = useToast();
  const close = () => open(null);
  const show = (made: OneTimePassword) => {
    open({ kind: "secret", made });
    router.refresh();
  };
  const done = (kind: keyof typeof said, { name }: PersonView) => {
    close();
    toast(t(said[kind], { name }));
    router.refresh();
  };
  switch (opened.kind) {
    case "add":
      return (
        <Later part={addDialog} open onMissing={close}>
          {(AddDialog) => <AddDialog onClose={close} onMade={show} />}
        </Later>
      );
    case "role":
      return (
        <Later part={roleDialog} open onMissing={close}>
          {(RoleDialog) => (
            <RoleDialog
              person={opened.person}
              onClose={close}
              onDone={() => done(opened.kind, opened.person)}
            />
          )}
        </Later>
      );
    case "reset":
      return (
        <Later part={resetDialog} open onMissing={close}>
          {(ResetDialog) => <ResetDialog person={opened.person} onClose={close} onMade={show} />}
        </Later>
      );
    case "secret":
      return (
        <Later part={secretDialog} open onMissing={close}>
          {(SecretDialog) => <SecretDialog made={opened.made} onClose={close} />}
        </Later>
      );
    case "disable":
    case "enable":
    case "delete":
      return (
        <ConfirmPerson
          question={opened.kind}
          person={opened.person}
          onClose={close}
          onDone={() => done(opened.kind, opened.person)}
        />
      );
  }
}
