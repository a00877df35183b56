"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Later } from "@/components/ui/later";
import { useToast } from "@/components/ui/toast";
import { part } from "@/lib/client/part";
import type { OneTimePassword, PersonView } from "@/lib/domain/people/views";
import { DisablePerson } from "./disable-person";

const addDialog = part(() => import("./add-dialog").then((module) => module.AddDialog));
const roleDialog = part(() => import("./role-dialog").then((module) => module.RoleDialog));
const guardedDialog = part(() => import("./guarded-dialog").then((module) => module.GuardedDialog));
const secretDialog = part(() => import("./secret-dialog").then((module) => module.SecretDialog));
export const dialogs = [addDialog, roleDialog, guardedDialog, secretDialog];

type Deed = "role" | "reset" | "disable" | "enable" | "delete";

export type Opened =
  | { kind: "add" }
  | { [Kind in Deed]: { kind: Kind; person: PersonView } }[Deed]
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
    case "secret":
      return (
        <Later part={secretDialog} open onMissing={close}>
          {(SecretDialog) => <SecretDialog made={opened.made} onClose={close} />}
        </Later>
      );
    case "reset":
    case "enable":
    case "delete": {
      const { kind, person } = opened;
      return (
        <Later part={guardedDialog} open onMissing={close}>
          {(GuardedDialog) => (
            <GuardedDialog
              question={kind}
              person={person}
              onClose={close}
              onDone={(made) => (kind === "reset" ? made && show(made) : done(kind, person))}
            />
          )}
        </Later>
      );
    }
    case "disable":
      return (
        <DisablePerson
          person={opened.person}
          onClose={close}
          onDone={() => done(opened.kind, opened.person)}
        />
      );
  }
}
