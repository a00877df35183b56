"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { useAnnounce } from "@/components/ui/announcer";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Column, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { apiRequest } from "@/lib/client/api";
import { nameBrowser } from "@/lib/client/name-browser";
import { apis } from "@/lib/domain/paths";

export type SessionItem = {
  id: string;
  current: boolean;
  address: string | null;
  userAgent: string | null;
  createdAt: string;
  lastUsedAt: string;
};

export function SessionList({ sessions }: { sessions: SessionItem[] }) {
  const t = useTranslations("settings.sessions");
  const { error, run } = useApiAction({ refresh: true });
  const announce = useAnnounce();
  const revoke = async (id: string) => {
    await run(
      () => apiRequest("DELETE", apis.session(id)),
      () => announce(t("ended")),
    );
  };
  return (
    <div className="space-y-4">
      <FormError error={error} />
      <Table caption={t("title")} columns={useColumns(revoke)} rows={sessions} rowKey={({ id }) => id} />
    </div>
  );
}

function useColumns(revoke: (id: string) => Promise<void>): Column<SessionItem>[] {
  const t = useTranslations("settings.sessions");
  const browserOf = ({ userAgent }: SessionItem) => nameBrowser(userAgent) ?? t("unknownBrowser");
  return [
    {
      key: "browser",
      header: t("browser"),
      primary: true,
      cell: (session) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {browserOf(session)}
          {session.current ? <Badge tone="info">{t("current")}</Badge> : null}
        </span>
      ),
    },
    {
      key: "address",
      header: t("address"),
      cell: ({ address }) => <span className="font-mono text-code">{address ?? t("unknownAddress")}</span>,
    },
    { key: "created", header: t("created"), cell: ({ createdAt }) => <Time value={createdAt} /> },
    {
      key: "used",
      header: t("lastUsed"),
      cell: ({ lastUsedAt }) => <Time style="relative" value={lastUsedAt} />,
    },
    {
      key: "actions",
      header: t("actions"),
      headerHidden: true,
      align: "end",
      cell: (session) =>
        session.current ? null : <EndSession browser={browserOf(session)} onEnd={() => revoke(session.id)} />,
    },
  ];
}

function EndSession({ browser, onEnd }: { browser: string; onEnd: () => Promise<void> }) {
  const t = useTranslations("settings.sessions");
  return (
    <ConfirmDialog
      title={t("endTitle", { browser })}
      confirmLabel={t("end")}
      onConfirm={onEnd}
      trigger={
        <Button size="sm" aria-label={t("endOf", { browser })}>
          {t("end")}
        </Button>
      }
    >
      {t("endText")}
    </ConfirmDialog>
  );
}
