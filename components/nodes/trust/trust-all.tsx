"use client";
import { useTranslations } from "next-intl";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";
import { hostKeyCommand } from "../host-key-command";
import { type TrustRow, useTrustAll } from "./use-trust-all";

type TrustAllProps = { nodes: Named[]; onTrusted: () => void; refusal?: string | undefined };

/** Several first contacts at once: one list of fingerprints to compare, one button, each key still trusted by its own. */
export function TrustAll({ nodes, onTrusted, refusal }: TrustAllProps) {
  const t = useTranslations("nodes.trustAll");
  const { rows, busy, ask, trust } = useTrustAll(onTrusted);
  const columns = useColumns();
  const open = rows.filter(({ state }) => state === "offered").length;
  const algorithms = [...new Set(rows.flatMap(({ offer }) => (offer ? [offer.algorithm] : [])))];
  const fetchKeys = (
    <AllowedButton
      size="sm"
      variant={rows.length === 0 ? "primary" : "secondary"}
      pending={busy && open === 0}
      refusal={refusal}
      onClick={() => void ask(nodes)}
    >
      {rows.length === 0 ? t("fetch", { count: nodes.length }) : t("fetchAgain")}
    </AllowedButton>
  );
  return (
    <Card title={t("title", { count: nodes.length })} description={t("text")} actions={fetchKeys}>
      {rows.length === 0 ? (
        <p className="text-muted text-prose">{t("how")}</p>
      ) : (
        <div className="space-y-4">
          <Table caption={t("caption")} columns={columns} rows={rows} rowKey={({ node }) => node.id} />
          {algorithms.map((algorithm) => (
            <CodeBlock key={algorithm} label={t("command", { algorithm })} code={hostKeyCommand(algorithm)} />
          ))}
          {open > 0 ? (
            <Button variant="primary" pending={busy} onClick={() => void trust()}>
              {t("trust", { count: open })}
            </Button>
          ) : null}
        </div>
      )}
    </Card>
  );
}

function useColumns(): Column<TrustRow>[] {
  const t = useTranslations("nodes.trustAll");
  return [
    {
      key: "node",
      header: t("columns.node"),
      primary: true,
      cell: ({ node }) => <TextLink href={pages.node(node.id)}>{node.name}</TextLink>,
    },
    {
      key: "fingerprint",
      header: t("columns.fingerprint"),
      cell: ({ offer, error }) =>
        offer ? (
          <code className="text-code [overflow-wrap:anywhere]">{offer.fingerprint}</code>
        ) : (
          <span className="text-muted">{error ? error.message || t("noAnswer") : t("asking")}</span>
        ),
    },
    { key: "algorithm", header: t("columns.algorithm"), cell: ({ offer }) => offer?.algorithm ?? "" },
    { key: "state", header: t("columns.state"), cell: (row) => <TrustState row={row} /> },
  ];
}

const looks = {
  asking: "running",
  offered: "notChecked",
  trusting: "running",
  trusted: "succeeded",
  changed: "rollbackFailed",
  failed: "failed",
} as const;

function TrustState({ row: { state, error, offer } }: { row: TrustRow }) {
  const t = useTranslations("nodes.trustAll.states");
  return (
    <span>
      <StatusBadge status={looks[state]} label={t(state)} plain />
      {state === "failed" && offer && error ? (
        <span className="block text-error">{error.message}</span>
      ) : null}
    </span>
  );
}
