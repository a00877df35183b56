"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Checkbox } from "@/components/ui/checkbox";
import { groupOf, groupsOf } from "@/lib/domain/inventory/groups";
import type { InventoryRow } from "@/lib/domain/inventory/inventory";
import type { Named } from "@/lib/domain/named";

type InventoryGroupsProps = {
  rows: readonly InventoryRow[];
  groups: readonly Named[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

/** Which groups of the inventory become groups here, and the machines that would then be in several. */
export function InventoryGroups({ rows, groups, chosen, onChoose }: InventoryGroupsProps) {
  const t = useTranslations("inventory");
  const offered = groupsOf(rows);
  if (offered.length === 0) return null;
  const there = new Set(groups.map(({ name }) => name.toLowerCase()));
  function toggle(name: string) {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    onChoose(next);
  }
  return (
    <fieldset className="max-w-160 space-y-2">
      <legend className="font-medium">{t("groups")}</legend>
      <p className="text-muted text-sm">{t("groupsText")}</p>
      <div className="max-h-72 space-y-1.5 overflow-y-auto rounded-md border border-line p-3">
        {offered.map(({ name, count }) => (
          <Checkbox
            key={name}
            checked={chosen.has(name)}
            onChange={() => toggle(name)}
            label={<span className="[overflow-wrap:anywhere]">{name}</span>}
            hint={t(there.has(name.toLowerCase()) ? "groupJoin" : "groupNew", { count })}
          />
        ))}
      </div>
      <Several rows={rows} chosen={chosen} />
    </fieldset>
  );
}

/** Machines that are in several of the chosen groups, which no node can be. */
export const inSeveral = (rows: readonly InventoryRow[], chosen: ReadonlySet<string>) =>
  rows.filter((row) => groupOf(row, chosen).several.length > 0);

function Several({ rows, chosen }: Pick<InventoryGroupsProps, "rows" | "chosen">) {
  const t = useTranslations("inventory");
  const several = inSeveral(rows, chosen);
  const [first] = several;
  if (!first) return null;
  const names = groupOf(first, chosen).several.join(", ");
  return (
    <Banner kind="warn" role="status">
      {t("several", { count: several.length, name: first.name, groups: names })}
    </Banner>
  );
}
