"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { HostText } from "@/components/nodes/host-text";
import { hasWords } from "@/components/nodes/node-filter";
import { addressOf } from "@/components/nodes/node-state";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { FilterInput } from "@/components/ui/filter-input";
import { LinkButton } from "@/components/ui/link-button";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { NodeView } from "@/lib/domain/nodes/views";
import { apis, pages } from "@/lib/domain/paths";
import { useStays } from "./use-stays";

type EditMembersProps = {
  groupId: string;
  nodes: NodeView[];
  locked: LockedFor[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function EditMembers({ open, onOpenChange, ...rest }: EditMembersProps) {
  const t = useTranslations("groups.members");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("text")}>
      {rest.nodes.length === 0 ? <NoNodes /> : <MemberForm {...rest} onDone={() => onOpenChange(false)} />}
    </Dialog>
  );
}

/** Nothing to choose from, so the way to what is. */
function NoNodes() {
  const t = useTranslations("groups.members");
  return (
    <>
      <p className="text-muted">{t("none")}</p>
      <DialogActions>
        <LinkButton variant="primary" href={pages.newNode()}>
          {t("toNodes")}
        </LinkButton>
      </DialogActions>
    </>
  );
}

type MemberFormProps = Omit<EditMembersProps, "open" | "onOpenChange"> & { onDone: () => void };

/** Chooses which nodes a group holds. A node can be in one group only, so a chosen one leaves its other group. */
function MemberForm({ groupId, nodes, locked, onDone }: MemberFormProps) {
  const t = useTranslations("groups.members");
  const common = useTranslations("common");
  const { chosen, toggle, pending, error, save } = useMembers({ groupId, nodes, onDone });
  const [query, setQuery] = useState("");
  const stays = useStays(locked);
  const shown = nodes.filter((node) =>
    hasWords(`${node.name} ${node.host} ${node.group?.name ?? ""}`, query),
  );
  const moving = nodes.filter((node) => chosen.has(node.id) && node.group && node.group.id !== groupId);
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void save();
      }}
    >
      <FormError error={error} />
      <FilterInput label={t("filter")} value={query} onChange={setQuery} />
      <fieldset className="max-h-[40vh] space-y-1.5 overflow-y-auto rounded-md border border-line p-3">
        <legend className="sr-only">{t("title")}</legend>
        {shown.map((node) => (
          <Checkbox
            key={node.id}
            checked={chosen.has(node.id)}
            onChange={() => toggle(node.id)}
            label={<span className="[overflow-wrap:anywhere]">{node.name}</span>}
            disabled={stays(node) !== undefined}
            hint={<Whereabouts node={node} groupId={groupId} stays={stays(node)} />}
          />
        ))}
        {shown.length === 0 ? <p className="text-muted">{t("noMatch")}</p> : null}
      </fieldset>
      <p role="status" className="text-muted text-sm tabular-nums">
        {t("chosen", { count: chosen.size })}
        {moving.length > 0 ? ` ${t("moving", { count: moving.length })}` : null}
      </p>
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t("save", { count: chosen.size })}
        </Button>
      </DialogActions>
    </form>
  );
}

type WhereaboutsProps = { node: NodeView; groupId: string; stays: string | undefined };

/** Where a node is reached, and which group it is in, or why it stays there. */
function Whereabouts({ node, groupId, stays }: WhereaboutsProps) {
  const t = useTranslations("groups.members");
  const address = <HostText text={addressOf(node)} />;
  const where =
    node.group && node.group.id !== groupId
      ? t.rich("elsewhere", { address: () => address, group: node.group.name })
      : address;
  return (
    <>
      {where}
      {stays ? <span className="block">{stays}</span> : null}
    </>
  );
}

type Members = Pick<MemberFormProps, "groupId" | "nodes" | "onDone">;

function useMembers({ groupId, nodes, onDone }: Members) {
  const router = useRouter();
  const [chosen, setChosen] = useState(
    () => new Set(nodes.filter(({ group }) => group?.id === groupId).map(({ id }) => id)),
  );
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError>();
  const toggle = (id: string) =>
    setChosen((last) => new Set(last.has(id) ? [...last].filter((one) => one !== id) : [...last, id]));
  async function save() {
    setPending(true);
    const result = await apiRequest("PATCH", apis.group(groupId), { nodeIds: [...chosen] });
    setPending(false);
    if (!result.ok) return setError(result.error);
    router.refresh();
    onDone();
  }
  return { chosen, toggle, pending, error, save };
}
