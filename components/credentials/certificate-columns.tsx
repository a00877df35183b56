"use client";
import { useTranslations } from "next-intl";
import { RowMenu } from "@/components/ui/row-menu";
import type { Column } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { CertificateLine } from "@/lib/domain/certificates/schema";
import { pages } from "@/lib/domain/paths";
import { Expires } from "./expires";
import type { CertificateAction } from "./opened-certificate";
import { UsedBy } from "./used-by";

// Cells of several lines grow on small screens, where the table is a list of cards.
const grown = "max-md:h-auto";

type Open = (opened: CertificateAction) => void;

type Options = {
  now: string;
  /** Null for readers who may change nothing. */
  open: Open | null;
};

export function useCertificateColumns({ now, open }: Options): Column<CertificateLine>[] {
  const t = useTranslations("certificates");
  const shared = useTranslations("credentials");
  return [
    {
      key: "name",
      className: grown,
      header: shared("column.name"),
      primary: true,
      cell: ({ name, slug }) => (
        <span className="block min-w-0 [overflow-wrap:anywhere]">
          <TextLink href={pages.certificate(slug)}>{name}</TextLink>
          <code className="block font-normal text-code text-muted">{slug}</code>
        </span>
      ),
    },
    { key: "kind", header: t("column.kind"), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: "known",
      className: grown,
      header: shared("column.known"),
      cell: (certificate) => <Known certificate={certificate} />,
    },
    {
      key: "usedBy",
      className: grown,
      header: shared("column.usedBy"),
      cell: ({ usedBy }) => <UsedBy users={usedBy} />,
    },
    {
      key: "expires",
      className: grown,
      header: t("column.expires"),
      cell: ({ notAfter }) => <Expires notAfter={notAfter} now={now} />,
    },
    {
      key: "lastUsed",
      header: shared("column.lastUsed"),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Time value={lastUsedAt} style="relative" /> : "–"),
    },
    ...(open ? [actionsColumn(shared("column.actions"), open)] : []),
  ];
}

const actionsColumn = (header: string, open: Open): Column<CertificateLine> => ({
  key: "actions",
  header,
  headerHidden: true,
  align: "end",
  cell: (certificate) => <Actions certificate={certificate} open={open} />,
});

type ActionsProps = { certificate: CertificateLine; open: Open };

function Actions({ certificate, open }: ActionsProps) {
  const t = useTranslations("certificates");
  const shared = useTranslations("credentials");
  return (
    <RowMenu
      label={shared("actionsOf", { name: certificate.name })}
      actions={[
        { label: shared("rename.action"), onSelect: () => open({ action: "rename", certificate }) },
        { label: t("replaceAction"), onSelect: () => open({ action: "replace", certificate }) },
        {
          label: shared("delete.action"),
          onSelect: () => open({ action: "delete", certificate }),
          danger: true,
        },
      ]}
    />
  );
}

function Known({ certificate }: { certificate: CertificateLine }) {
  const t = useTranslations("certificates");
  const { subject, names, hasKey, keyKind, updatedAt, createdByName } = certificate;
  return (
    <div className="space-y-0.5">
      <div className="[overflow-wrap:anywhere]">{subject}</div>
      <div className="text-muted">
        {names.length > 0 ? t("names", { count: names.length }) : null}
        {names.length > 0 ? " · " : null}
        {keyKind}
      </div>
      {hasKey ? (
        <div className="text-muted">
          {t.rich("keySet", { name: createdByName, time: () => <Time value={updatedAt} style="date" /> })}
        </div>
      ) : null}
    </div>
  );
}
