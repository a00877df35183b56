"use client";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { NodeView } from "@/lib/domain/nodes/views";
import { pages } from "@/lib/domain/paths";
import { Differs, type DiffersInWords } from "./differs";
import { HostText } from "./host-text";
import { NodeBadge } from "./node-badge";
import { addressOf } from "./node-state";

const Faint = ({ children }: { children: string }) => <span className="text-faint">{children}</span>;

/** What runs on a machine, as whom, and in which version. */
function Software({ node }: { node: NodeView }) {
  const t = useTranslations("nodes");
  const facts = node.check?.facts;
  if (!facts) return <Faint>{t("unknown")}</Faint>;
  if (!facts.distribution) return <span className="text-warn">{t("noService")}</span>;
  const distribution = t(`distributions.${facts.distribution}`);
  return (
    <span className="whitespace-nowrap">
      {facts.role ? t("software", { distribution, role: facts.role }) : distribution}
      <span className="block font-mono text-code text-muted" translate="no">
        {facts.runningVersion ?? facts.installedVersion ?? ""}
      </span>
    </span>
  );
}

type ColumnsProps = {
  withGroup: boolean;
  /** Nodes that hold something else than their group wants. */
  differing: readonly DiffersInWords[];
};

/** The columns of node tables; a table of one group leaves out the group. */
export function useNodeColumns({ withGroup, differing }: ColumnsProps): Column<NodeView>[] {
  const t = useTranslations("nodes");
  const words = new Map(differing.map(({ id, word }) => [id, word]));
  const group: Column<NodeView> = {
    key: "group",
    header: t("columns.group"),
    className: "break-words md:min-w-28",
    cell: (node) =>
      node.group ? (
        <TextLink href={pages.group(node.group.id)}>{node.group.name}</TextLink>
      ) : (
        <Faint>{t("noGroup")}</Faint>
      ),
  };
  return [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      className: "break-words md:min-w-24",
      cell: (node) => <TextLink href={pages.node(node.id)}>{node.name}</TextLink>,
    },
    {
      key: "state",
      header: t("columns.state"),
      cell: (node) => {
        const word = words.get(node.id);
        return (
          <>
            <NodeBadge node={node} plain />
            {word === undefined ? null : (
              <span className="block">
                <Differs id={node.id} word={word} />
              </span>
            )}
          </>
        );
      },
    },
    {
      key: "address",
      header: t("columns.address"),
      cell: (node) => (
        <>
          <HostText text={addressOf(node)} />
          {node.jump ? (
            <span className="block text-muted">{t("through", { name: node.jump.name })}</span>
          ) : null}
        </>
      ),
    },
    { key: "software", header: t("columns.software"), cell: (node) => <Software node={node} /> },
    ...(withGroup ? [group] : []),
    {
      key: "cluster",
      header: t("columns.cluster"),
      className: "break-words",
      cell: ({ cluster }) => {
        if (!cluster) return <Faint>{t("unknown")}</Faint>;
        return cluster.confirmed ? cluster.name : t("proposed", { name: cluster.name });
      },
    },
    {
      key: "seen",
      header: t("columns.seen"),
      cell: ({ check }) =>
        check?.seenAt ? <Time value={check.seenAt} style="relative" /> : <Faint>{t("neverSeen")}</Faint>,
    },
  ];
}
