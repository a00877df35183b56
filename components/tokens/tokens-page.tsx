"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Later } from "@/components/ui/later";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { usePreloaded } from "@/components/ui/use-part";
import { part } from "@/lib/client/part";
import { can, type Role } from "@/lib/domain/people/roles";
import type { MadeToken, TokenView } from "@/lib/domain/tokens/views";
import { useTokenColumns } from "./token-columns";

const createDialog = part(() => import("./create-dialog").then((module) => module.CreateDialog));
const madeDialog = part(() => import("./made-dialog").then((module) => module.MadeDialog));

const dialogs = [createDialog, madeDialog];

type TokensPageProps = { tokens: TokenView[]; role: Role };

/** One's own tokens, and for administrators those of everybody. */
export function TokensPage({ tokens, role }: TokensPageProps) {
  const t = useTranslations("tokens");
  const router = useRouter();
  const [opened, setOpened] = useState<"create" | MadeToken | null>(null);
  const seesAll = can(role, "people:write");
  // A token is told once, so what tells it must not be missing then.
  usePreloaded(dialogs);
  const columns = useTokenColumns(seesAll);
  const close = () => setOpened(null);
  const show = (made: MadeToken) => {
    setOpened(made);
    router.refresh();
  };
  const made = opened === "create" ? null : opened;
  const create = (
    <Button variant="primary" onClick={() => setOpened("create")}>
      {t("create")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(seesAll ? "leadAll" : "lead")}
        crumbs={[{ label: t("title") }]}
        actions={tokens.length > 0 ? create : undefined}
      />
      {tokens.length > 0 ? (
        <Table caption={t("title")} columns={columns} rows={tokens} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={t("none")} action={create}>
          {t("noneText")}
        </EmptyState>
      )}
      {/* Made anew for each opening, so that nothing that was typed or told comes back. */}
      {opened === "create" ? (
        <Later part={createDialog} open onMissing={close}>
          {(CreateDialog) => <CreateDialog role={role} onClose={close} onMade={show} />}
        </Later>
      ) : null}
      {made ? (
        <Later part={madeDialog} open onMissing={close}>
          {(MadeDialog) => <MadeDialog made={made} onClose={close} />}
        </Later>
      ) : null}
    </>
  );
}
