"use client";
import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { NodeView } from "@/lib/domain/nodes/views";
import { JoinGroup } from "./join-group";
import { TrustAll } from "./trust/trust-all";

type BulkDialogsProps = {
  opened: "group" | "trust" | undefined;
  chosen: NodeView[];
  untrusted: NodeView[];
  groups: LockedFor[];
  refusal: string | undefined;
  onTrusted: () => void;
  onClose: () => void;
};

/** The dialogs of what can be done with the ticked nodes. */
export function BulkDialogs(props: BulkDialogsProps) {
  const { opened, chosen, untrusted, groups, refusal, onTrusted, onClose } = props;
  const t = useTranslations("nodes.list");
  const change = (open: boolean) => (open ? undefined : onClose());
  return (
    <>
      <Dialog
        open={opened === "group"}
        onOpenChange={change}
        title={t("groupTitle", { count: chosen.length })}
      >
        <JoinGroup nodes={chosen} groups={groups} onDone={onClose} />
      </Dialog>
      <Dialog open={opened === "trust"} onOpenChange={change} title={t("trustTitle")} width="lg">
        <TrustAll nodes={untrusted} onTrusted={onTrusted} refusal={refusal} />
      </Dialog>
    </>
  );
}
