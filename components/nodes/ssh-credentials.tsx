"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { KnownKey } from "@/components/nodes/ssh/known-key";
import { AddedBy } from "@/components/ui/added-by";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Later } from "@/components/ui/later";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Column, Table } from "@/components/ui/table";
import { part } from "@/lib/client/part";
import type { SshCredentialView } from "@/lib/domain/nodes/views";
import { can, type Role } from "@/lib/domain/people/roles";
import { LoginActions } from "./replace-login/login-actions";
import { UsedBy } from "./used-by";

const openedSshCredential = part(() =>
  import("./replace-login/opened-ssh-credential").then((module) => module.OpenedSshCredential),
);

type SshCredentialsProps = { credentials: SshCredentialView[]; role: Role; action: ReactNode };
type Opened = { action: "replace" | "rename"; id: string };

/** The logins to nodes: what may be known of each without its secret, and what may be done with it. */
export function SshCredentials({ credentials, role, action }: SshCredentialsProps) {
  const t = useTranslations("nodes.ssh");
  const roles = useTranslations("shell.roles");
  const refusal = can(role, "credentials:write") ? undefined : t("forbidden", { role: roles(role) });
  const [opened, setOpened] = useState<Opened | null>(null);
  const columns = useColumns(refusal, setOpened);
  const close = () => setOpened(null);
  const credential = credentials.find(({ id }) => id === opened?.id);
  if (credentials.length === 0)
    return (
      <EmptyState title={t("emptyTitle")} action={action}>
        {refusal ?? t("emptyText")}
      </EmptyState>
    );
  return (
    <>
      <Table caption={t("title")} columns={columns} rows={credentials} rowKey={({ id }) => id} />
      <Later part={openedSshCredential} open={opened !== null} onMissing={close}>
        {(OpenedSshCredential) =>
          opened && credential ? (
            <OpenedSshCredential action={opened.action} credential={credential} role={role} onClose={close} />
          ) : null
        }
      </Later>
    </>
  );
}

function useColumns(
  refusal: string | undefined,
  open: (opened: Opened) => void,
): Column<SshCredentialView>[] {
  const t = useTranslations("nodes.ssh");
  return [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      className: "break-words md:min-w-28",
      cell: ({ name }) => name,
    },
    { key: "kind", header: t("columns.kind"), cell: ({ kind }) => t(`stored.${kind}`) },
    {
      key: "user",
      header: t("columns.user"),
      className: "break-words font-mono text-code",
      cell: ({ username }) => username,
    },
    {
      key: "key",
      header: t("columns.key"),
      cell: (credential) => (
        <div className="space-y-1">
          <Known credential={credential} />
          {credential.replacement ? (
            <Waits
              onOpen={
                refusal === undefined ? () => open({ action: "replace", id: credential.id }) : undefined
              }
            />
          ) : null}
        </div>
      ),
    },
    {
      key: "nodes",
      header: t("columns.nodes"),
      cell: ({ nodes }) => (
        <UsedBy nodes={nodes} unused={t("unused")} count={t("usedBy", { count: nodes.length })} />
      ),
    },
    {
      key: "age",
      header: t("columns.age"),
      cell: ({ createdAt, createdByName }) => <AddedBy at={createdAt} by={createdByName} />,
    },
    {
      key: "actions",
      header: t("columns.actions"),
      headerHidden: true,
      align: "end",
      cell: (credential) => (
        <LoginActions
          credential={credential}
          refusal={refusal}
          onOpen={(action) => open({ action, id: credential.id })}
        />
      ),
    },
  ];
}

function Known({ credential: { name, fingerprint, publicKey } }: { credential: SshCredentialView }) {
  const t = useTranslations("nodes.ssh");
  if (!fingerprint || !publicKey) return <span className="text-muted">{t("passwordSet")}</span>;
  return (
    <KnownKey
      algorithm={publicKey.split(" ")[0] ?? ""}
      fingerprint={fingerprint}
      publicKey={publicKey}
      copyLabel={t("copyPublic", { name })}
    />
  );
}

/** That a login is about to be replaced; who may do so goes on from here. */
function Waits({ onOpen }: { onOpen: (() => void) | undefined }) {
  const t = useTranslations("sshreplacement");
  const badge = <StatusBadge plain status="waiting" label={t("waits")} />;
  if (!onOpen) return badge;
  return (
    <Button size="sm" variant="ghost" aria-haspopup="dialog" onClick={onOpen} className="-ms-2.5">
      {badge}
    </Button>
  );
}
