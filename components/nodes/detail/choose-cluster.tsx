"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { AllowedButton } from "@/components/ui/allowed-button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ApiError } from "@/lib/client/api";
import type { Named } from "@/lib/domain/named";
import type { ClusterView } from "@/lib/domain/nodes/views";

type ChooseClusterProps = {
  current: Named | null;
  clusters: ClusterView[];
  refusal: string | undefined;
  error: ApiError | undefined;
  onChoose: (clusterId: string | null) => Promise<boolean>;
};

/** Puts a node into another known cluster, or into none. */
export function ChooseCluster({ current, clusters, refusal, error, onChoose }: ChooseClusterProps) {
  const t = useTranslations("nodes.cluster");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(current?.id ?? "");
  const options = [
    ...clusters.map(({ id, name, nodes }) => ({
      value: id,
      label: name,
      hint: t("nodes", { count: nodes.length }),
    })),
    { value: "", label: t("noCluster"), hint: t("noClusterHint") },
  ];
  return (
    <>
      <AllowedButton size="sm" refusal={refusal} onClick={() => setOpen(true)}>
        {t("choose")}
      </AllowedButton>
      <ConfirmDialog
        title={t("chooseTitle")}
        confirmLabel={t("chooseConfirm")}
        danger={false}
        open={open}
        onOpenChange={(next) => {
          setChosen(current?.id ?? "");
          setOpen(next);
        }}
        onConfirm={() => onChoose(chosen || null)}
      >
        <FormError error={error} />
        <p>{t("chooseText")}</p>
        <div className="text-fg">
          <RadioGroup
            name="cluster"
            legend={t("title")}
            legendHidden
            options={options}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      </ConfirmDialog>
    </>
  );
}
