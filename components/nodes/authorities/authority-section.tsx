"use client";
import { useTranslations } from "next-intl";
import { KnownKey } from "@/components/nodes/ssh/known-key";
import { AddedBy } from "@/components/ui/added-by";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
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
      cell: ({ createdAt, createdByName }) => <AddedBy at={createdAt} by={createdByName} />,
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
    <KnownKey
      algorithm={algorithm}
      fingerprint={fingerprint}
      publicKey={`${algorithm} ${publicKey}`}
      copyLabel={t("copyKey", { name })}
    />
  );
}
