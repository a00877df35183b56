"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Column, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import type { CredentialView } from "@/lib/domain/credentials/schema";
import { apis } from "@/lib/domain/paths";
import { DeleteDialog } from "./delete-dialog";
import { RegistryLoginDialog } from "./registry-login-dialog";
import { RowMenu } from "./row-menu";
import { UsedBy } from "./used-by";

// Cells of several lines grow on small screens, where the table is a list of cards.
const grown = "max-md:h-auto";

type Opened = { action: "edit" | "delete"; credential: CredentialView } | null;

/** What is known of each registry login, and what may be done with it. */
export function RegistryLogins({
  credentials,
  canWrite,
}: {
  credentials: CredentialView[];
  canWrite: boolean;
}) {
  const t = useTranslations("credentials");
  const router = useRouter();
  const toast = useToast();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const done = (text: string) => {
    close();
    toast(text);
    router.refresh();
  };
  const columns = useColumns(canWrite ? setOpened : null);
  return (
    <>
      <Table
        caption={t("registry.caption")}
        columns={columns}
        rows={credentials}
        rowKey={(credential) => credential.id}
      />
      {opened?.action === "edit" ? (
        <RegistryLoginDialog
          credential={opened.credential}
          onClose={close}
          onSaved={({ name }) => done(t("saved", { name }))}
        />
      ) : null}
      {opened?.action === "delete" ? (
        <DeleteDialog
          kind="registry"
          name={opened.credential.name}
          path={apis.credential(opened.credential.id)}
          users={opened.credential.usedBy}
          onClose={close}
          onDeleted={() => done(t("deleted", { name: opened.credential.name }))}
        />
      ) : null}
    </>
  );
}

function useColumns(open: ((opened: Opened) => void) | null): Column<CredentialView>[] {
  const t = useTranslations("credentials");
  const columns: Column<CredentialView>[] = [
    {
      key: "name",
      className: grown,
      header: t("column.name"),
      primary: true,
      cell: ({ name, slug }) => (
        <span className="block min-w-0 [overflow-wrap:anywhere]">
          {name}
          <code className="block font-normal text-code text-muted">{slug}</code>
        </span>
      ),
    },
    {
      key: "known",
      className: grown,
      header: t("column.known"),
      cell: (credential) => <Known credential={credential} />,
    },
    {
      key: "usedBy",
      className: grown,
      header: t("column.usedBy"),
      cell: ({ usedBy }) => <UsedBy users={usedBy} />,
    },
    {
      key: "age",
      className: grown,
      header: t("column.age"),
      cell: ({ updatedAt, version }) => (
        <div>
          <Time value={updatedAt} style="relative" />
          <span className="block text-muted">{t("version", { version })}</span>
        </div>
      ),
    },
  ];
  if (!open) return columns;
  return [
    ...columns,
    {
      key: "actions",
      header: t("column.actions"),
      headerHidden: true,
      align: "end",
      cell: (credential) => (
        <RowMenu
          label={t("actionsOf", { name: credential.name })}
          actions={[
            { label: t("registry.edit"), onSelect: () => open({ action: "edit", credential }) },
            {
              label: t("delete.action"),
              onSelect: () => open({ action: "delete", credential }),
              danger: true,
            },
          ]}
        />
      ),
    },
  ];
}

function Known({ credential }: { credential: CredentialView }) {
  const t = useTranslations("credentials");
  const { username, fields, updatedAt, createdByName } = credential;
  const secrets = fields.filter((field) => field !== "username");
  return (
    <div className="space-y-0.5">
      {username ? (
        <div className="[overflow-wrap:anywhere]">
          {t.rich("registry.user", { username, code: (text) => <code className="text-code">{text}</code> })}
        </div>
      ) : null}
      <div className="text-muted">
        {secrets.length === 0
          ? t("registry.noSecret")
          : t.rich("registry.secretsSet", {
              fields: secrets.join(", "),
              name: createdByName,
              time: () => <Time value={updatedAt} style="date" />,
            })}
      </div>
    </div>
  );
}
