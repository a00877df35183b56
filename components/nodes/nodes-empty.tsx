"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Named } from "@/lib/domain/named";
import type { Login } from "@/lib/domain/nodes/views";
import { ImportNodes } from "./add/import-nodes";
import { AddSshCredential } from "./ssh/add-ssh-credential";

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
      <AddSshCredential open={open} onOpenChange={setOpen} onAdded={() => router.refresh()} />
    </>
  );
}
