"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { EmptyState } from "@/components/ui/empty-state";
import { Later } from "@/components/ui/later";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { usePreloaded } from "@/components/ui/use-part";
import { part } from "@/lib/client/part";
import { can, type Role } from "@/lib/domain/people/roles";
import type { PublicMirrorView } from "@/lib/domain/public-mirrors/schema";
import { DeleteMirror } from "./delete-mirror";
import { useMirrorColumns } from "./mirror-columns";
import { useProbes } from "./use-probes";

const mirrorDialog = part(() => import("./mirror-dialog").then((module) => module.MirrorDialog));
const parts = [mirrorDialog];

type PublicMirrorsProps = { mirrors: PublicMirrorView[]; role: Role };
type Opened =
  | { kind: "edit"; mirror: PublicMirrorView | null }
  | { kind: "delete"; mirror: PublicMirrorView };

/** The page of the list: what is on it, and what each answers when it is probed. */
export function PublicMirrors({ mirrors, role }: PublicMirrorsProps) {
  const t = useTranslations("mirrors");
  usePreloaded(parts);
  const roles = useTranslations("shell.roles");
  const [opened, setOpened] = useState<Opened | null>(null);
  const refusal = can(role, "definitions:write") ? undefined : t("forbidden", { role: roles(role) });
  const probeRefusal = can(role, "registries:test") ? undefined : t("probeForbidden", { role: roles(role) });
  const { states, running, probe } = useAnnouncedProbes();
  const columns = useMirrorColumns({
    states,
    probeRefusal,
    probe: (mirror) => void probe([mirror]),
    write:
      refusal === undefined
        ? {
            edit: (mirror) => setOpened({ kind: "edit", mirror }),
            remove: (mirror) => setOpened({ kind: "delete", mirror }),
          }
        : null,
  });
  const add = (
    <AllowedButton
      variant="primary"
      refusal={refusal}
      onClick={() => setOpened({ kind: "edit", mirror: null })}
    >
      {t("add")}
    </AllowedButton>
  );
  const isEmpty = mirrors.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        crumbs={[{ label: t("title") }]}
        actions={
          isEmpty ? undefined : (
            <>
              <AllowedButton pending={running > 0} refusal={probeRefusal} onClick={() => void probe(mirrors)}>
                {t("probeAll")}
              </AllowedButton>
              {add}
            </>
          )
        }
      />
      {isEmpty ? (
        <EmptyState title={t("emptyTitle")} action={add}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <Table caption={t("title")} columns={columns} rows={mirrors} rowKey={({ id }) => id} />
      )}
      {opened ? <OpenedMirror opened={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function useAnnouncedProbes() {
  const t = useTranslations("mirrors");
  const announce = useAnnounce();
  const { states, running, start } = useProbes();
  const probe = async (mirrors: readonly PublicMirrorView[]) => {
    const answered = await start(mirrors);
    announce(t("probed", { answered, total: mirrors.length }));
  };
  return { states, running, probe };
}

function OpenedMirror({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const t = useTranslations("mirrors");
  const router = useRouter();
  const toast = useToast();
  const done = (text: string) => {
    onClose();
    toast(text);
    router.refresh();
  };
  return opened.kind === "edit" ? (
    <Later part={mirrorDialog} open onMissing={onClose}>
      {(MirrorDialog) => (
        <MirrorDialog
          mirror={opened.mirror}
          onClose={onClose}
          onSaved={(name) => done(t("saved", { name }))}
        />
      )}
    </Later>
  ) : (
    <DeleteMirror
      mirror={opened.mirror}
      onClose={onClose}
      onDeleted={() => done(t("deleted", { name: opened.mirror.name }))}
    />
  );
}
