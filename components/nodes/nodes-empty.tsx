"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";
import type { Named } from "@/lib/domain/named";
import type { Login } from "@/lib/domain/nodes/views";
import { ImportNodes } from "./add/import-nodes";

const addSshCredential = part(() =>
  import("./ssh/add-ssh-credential").then((module) => module.AddSshCredential),
);

type NodesEmptyProps = { logins: Login[]; groups: Named[]; refusal: string | undefined };

/** Before the first node: a login is needed first, then machines can be pasted right here. */
export function NodesEmpty({ logins, groups, refusal }: NodesEmptyProps) {
  const t = useTranslations("nodes.empty");
  const ssh = useTranslations("nodes.ssh");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const addLogin = (
    <AllowedButton variant="primary" refusal={refusal} onClick={() => setOpen(true)}>
      {ssh("add")}
    </AllowedButton>
  );
  const ready = refusal === undefined && logins.length > 0;
  return (
    <>
      {ready ? (
        <Card title={t("pasteTitle")} description={t("pasteText")}>
          <ImportNodes stored={logins} groups={groups} known={[]} groupId="" />
        </Card>
      ) : (
        <EmptyState title={t("title")} action={logins.length === 0 ? addLogin : undefined}>
          {logins.length === 0 ? t("loginFirst") : t("text")}
        </EmptyState>
      )}
      <Later part={addSshCredential} open={open} onMissing={() => setOpen(false)}>
        {(AddSshCredential) => (
          <AddSshCredential open={open} onOpenChange={setOpen} onAdded={() => router.refresh()} />
        )}
      </Later>
    </>
  );
}
