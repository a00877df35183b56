"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { type Column, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { HostAuthorityView } from "@/lib/domain/nodes/views";
import { can, type Role } from "@/lib/domain/people/roles";
import { UsedBy } from "../used-by";
import { AddAuthority } from "./add-authority";
import { DeleteAuthority } from "./delete-authority";

type SectionProps = { authorities: HostAuthorityView[]; role: Role };

/** Whose certificates vouch for the host keys of nodes. */
export function AuthoritySection({ authorities, role }: SectionProps) {
  const t = useTranslations("hostauthorities");
  const roles = useTranslations("shell.roles");
  const refusal = can(role, "host-authorities:write") ? undefined : t("forbidden", { role: roles(role) });
  const columns = useColumns(refusal);
  return (
    <Card
      id="host-authorities"
      title={t("title")}
      description={t("text")}
      actions={<AddAuthority refusal={refusal} />}
      className="mt-8"
    >
      {authorities.length === 0 ? (
        <p className="max-w-prose text-muted text-prose">{t("empty")}</p>
      ) : (
        <Table caption={t("title")} columns={columns} rows={authorities} rowKey={({ id }) => id} />
      )}
    </Card>
  );
}

function useColumns(refusal: string | undefined): Column<HostAuthorityView>[] {
  const t = useTranslations("hostauthorities");
  return [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      className: "break-words md:min-w-28",
      cell: ({ name }) => name,
    },
    { key: "key", header: t("columns.key"), cell: (authority) => <PublicKey authority={authority} /> },
    {
      key: "patterns",
      header: t("columns.patterns"),
      cell: ({ patterns }) =>
        patterns === "*" ? (
          t("all")
        ) : (
          <code className="text-code [overflow-wrap:anywhere]">{patterns.replaceAll(",", ", ")}</code>
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
      cell: ({ createdAt, createdByName }) => (
        <>
          <Time value={createdAt} style="relative" />
          <span className="block text-muted">{createdByName}</span>
        </>
      ),
    },
    {
      key: "actions",
      header: t("columns.actions"),
      headerHidden: true,
      align: "end",
      cell: (authority) => <DeleteAuthority authority={authority} refusal={refusal} />,
    },
  ];
}

function PublicKey({ authority }: { authority: HostAuthorityView }) {
  const t = useTranslations("hostauthorities");
  const { name, algorithm, publicKey, fingerprint } = authority;
  return (
    <span className="flex items-center gap-1.5">
      <span className="min-w-0">
        <span className="block text-muted">{algorithm}</span>
        <code className="text-code [overflow-wrap:anywhere]">{fingerprint}</code>
      </span>
      <CopyButton text={`${algorithm} ${publicKey}`} label={t("copyKey", { name })} />
    </span>
  );
}
