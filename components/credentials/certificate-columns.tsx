"use client";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Column } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { expiryOf } from "@/lib/domain/certificates/expiry";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import { RowMenu } from "./row-menu";
import { UsedBy } from "./used-by";

// Cells of several lines grow on small screens, where the table is a list of cards.
const grown = "max-md:h-auto";

export type CertificateAction = {
  action: "details" | "replace" | "rename" | "delete";
  certificate: CertificateView;
};

type Options = { canWrite: boolean; now: string; open: (opened: CertificateAction) => void };

export function useCertificateColumns({ canWrite, now, open }: Options): Column<CertificateView>[] {
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
          {name}
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
      key: "actions",
      header: shared("column.actions"),
      headerHidden: true,
      align: "end",
      cell: (certificate) => (
        <RowMenu
          label={shared("actionsOf", { name: certificate.name })}
          actions={[
            { label: t("details"), onSelect: () => open({ action: "details", certificate }) },
            ...(canWrite
              ? [
                  { label: shared("rename.action"), onSelect: () => open({ action: "rename", certificate }) },
                  { label: t("replaceAction"), onSelect: () => open({ action: "replace", certificate }) },
                  {
                    label: shared("delete.action"),
                    onSelect: () => open({ action: "delete", certificate }),
                    danger: true,
                  },
                ]
              : []),
          ]}
        />
      ),
    },
  ];
}

function Known({ certificate }: { certificate: CertificateView }) {
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

function Expires({ notAfter, now }: { notAfter: string; now: string }) {
  const t = useTranslations("certificates");
  const { state, days } = expiryOf(notAfter, new Date(now));
  return (
    <div className="flex flex-col items-start gap-1">
      <Time value={notAfter} style="date" />
      {state === "soon" ? <StatusBadge status="warning" label={t("daysLeft", { days })} plain /> : null}
      {state === "expired" ? <StatusBadge status="failed" label={t("expired")} plain /> : null}
    </div>
  );
}
