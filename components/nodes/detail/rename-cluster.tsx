"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";
import type { Named } from "@/lib/domain/named";

const renameClusterDialog = part(() =>
  import("./rename-cluster-dialog").then((module) => module.RenameClusterDialog),
);

type RenameClusterProps = { cluster: Named; refusal: string | undefined };

/** Gives a cluster the name that people use for it; it counts for all its nodes. */
export function RenameCluster({ cluster, refusal }: RenameClusterProps) {
  const t = useTranslations("nodes.cluster");
  const [open, setOpen] = useState(false);
  return (
    <>
      <AllowedButton size="sm" refusal={refusal} onClick={() => setOpen(true)}>
        {t("rename")}
      </AllowedButton>
      <Later part={renameClusterDialog} open={open} onMissing={() => setOpen(false)}>
        {(RenameClusterDialog) => (
          <RenameClusterDialog cluster={cluster} open={open} onOpenChange={setOpen} />
        )}
      </Later>
    </>
  );
}
