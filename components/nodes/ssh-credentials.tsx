"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KnownKey } from "@/components/nodes/ssh/known-key";
import { AddedBy } from "@/components/ui/added-by";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import type { SshCredentialView } from "@/lib/domain/nodes/views";
import { can, type Role } from "@/lib/domain/people/roles";
import { DeleteSshCredential } from "./ssh/delete-ssh-credential";
import { UsedBy } from "./used-by";

type SshCredentialsProps = { credentials: SshCredentialView[]; role: Role; action: ReactNode };

/** The logins to nodes: what may be known of each without its secret. */
export function SshCredentials({ credentials, role, action }: SshCredentialsProps) {
  const t = useTranslations("nodes.ssh");
  const roles = useTranslations("shell.roles");
  const refusal = can(role, "credentials:write") ? undefined : t("forbidden", { role: roles(role) });
  const columns = useColumns(refusal);
  if (credentials.length > 0)
    return <Table caption={t("title")} columns={columns} rows={credentials} rowKey={({ id }) => id} />;
  return (
    <EmptyState title={t("emptyTitle")} action={action}>
      {refusal ?? t("emptyText")}
    </EmptyState>
  );
}

function useColumns(refusal: string | undefined): Column<SshCredentialView>[] {
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
    { key: "key", header: t("columns.key"), cell: (credential) => <Known credential={credential} /> },
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
      cell: (credential) => <DeleteSshCredential credential={credential} refusal={refusal} />,
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
