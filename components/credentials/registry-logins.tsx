"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Later } from "@/components/ui/later";
import { RowMenu } from "@/components/ui/row-menu";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import { part } from "@/lib/client/part";
import type { CredentialLine } from "@/lib/domain/credentials/schema";
import { pages } from "@/lib/domain/paths";
import type { LoginAction } from "./opened-login";
import { UsedBy } from "./used-by";

const openedLogin = part(() => import("./opened-login").then((module) => module.OpenedLogin));

// Cells of several lines grow on small screens, where the table is a list of cards.
const grown = "max-md:h-auto";

/** What is known of each registry login, and what may be done with it. */
export function RegistryLogins({
  credentials,
  canWrite,
}: {
  credentials: CredentialLine[];
  canWrite: boolean;
}) {
  const t = useTranslations("credentials");
  const router = useRouter();
  const toast = useToast();
  const [opened, setOpened] = useState<LoginAction | null>(null);
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
      <Later part={openedLogin} open={opened !== null} onMissing={close}>
        {(OpenedLogin) => (opened ? <OpenedLogin opened={opened} onClose={close} onDone={done} /> : null)}
      </Later>
    </>
  );
}

function useColumns(open: ((opened: LoginAction) => void) | null): Column<CredentialLine>[] {
  const t = useTranslations("credentials");
  const columns: Column<CredentialLine>[] = [
    {
      key: "name",
      className: grown,
      header: t("column.name"),
      primary: true,
      cell: ({ name, slug }) => (
        <span className="block min-w-0 [overflow-wrap:anywhere]">
          <TextLink href={pages.credential(slug)}>{name}</TextLink>
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
      key: "lastUsed",
      header: t("column.lastUsed"),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Time value={lastUsedAt} style="relative" /> : "–"),
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

function Known({ credential }: { credential: CredentialLine }) {
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
