"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { apiRequest } from "@/lib/client/api";
import type { ClusterView, NodeView } from "@/lib/domain/nodes/views";
import { apis, pages } from "@/lib/domain/paths";
import { ChooseCluster } from "./choose-cluster";
import { RenameCluster } from "./rename-cluster";

type ClusterCardProps = { node: NodeView; clusters: ClusterView[]; refusal: string | undefined };

/** The cluster a node belongs to, proposed by its server CA until a person confirms it. */
export function ClusterCard({ node, clusters, refusal }: ClusterCardProps) {
  const t = useTranslations("nodes.cluster");
  const { pending, error, run } = useApiAction({ refresh: true });
  const { cluster } = node;
  const confirm = (clusterId: string | null) =>
    run(() => apiRequest("POST", apis.nodeCluster(node.id), { clusterId }));
  return (
    <Card title={t("title")}>
      <div className="space-y-3">
        <FormError error={error} />
        <Membership node={node} clusters={clusters} />
        <div className="flex flex-wrap gap-2 empty:hidden">
          {cluster && !cluster.confirmed ? (
            <AllowedButton
              size="sm"
              variant="primary"
              pending={pending}
              refusal={refusal}
              onClick={() => void confirm(cluster.id)}
            >
              {t("confirm")}
            </AllowedButton>
          ) : null}
          {clusters.length > 0 ? (
            <ChooseCluster
              current={cluster}
              clusters={clusters}
              refusal={refusal}
              error={error}
              onChoose={confirm}
            />
          ) : null}
          {cluster ? <RenameCluster cluster={cluster} refusal={refusal} /> : null}
        </div>
      </div>
    </Card>
  );
}

function Membership({ node, clusters }: Pick<ClusterCardProps, "node" | "clusters">) {
  const t = useTranslations("nodes.cluster");
  const { cluster } = node;
  if (!cluster)
    return <p className="text-muted text-prose">{node.check?.facts ? t("none") : t("unknown")}</p>;
  const known = clusters.find(({ id }) => id === cluster.id)?.nodes ?? [];
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium [overflow-wrap:anywhere]">{cluster.name}</span>
        <StatusBadge
          status={cluster.confirmed ? "succeeded" : "waiting"}
          label={t(cluster.confirmed ? "confirmed" : "proposed")}
        />
      </p>
      {cluster.confirmed ? null : <p className="text-muted text-prose">{t("proposedText")}</p>}
      <Others nodes={known.filter(({ id }) => id !== node.id)} />
    </>
  );
}

function Others({ nodes }: { nodes: ClusterView["nodes"] }) {
  const t = useTranslations("nodes.cluster");
  if (nodes.length === 0) return <p className="text-muted text-sm">{t("alone")}</p>;
  return (
    <div className="text-sm">
      <p className="text-muted">{t("others", { count: nodes.length })}</p>
      <ul className="flex flex-wrap gap-x-3">
        {nodes.slice(0, 12).map(({ id, name }) => (
          <li key={id}>
            <TextLink href={pages.node(id)}>{name}</TextLink>
          </li>
        ))}
        {nodes.length > 12 ? <li className="text-muted">…</li> : null}
      </ul>
    </div>
  );
}
