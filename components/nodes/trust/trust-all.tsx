"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";
import { hostKeyCommand } from "../host-key-command";
import { Compare, type Compared, PasteKeys, useCompared } from "./paste-keys";
import { RefusedLine } from "./refused-certificate";
import { type TrustRow, useTrustAll } from "./use-trust-all";

type TrustAllProps = { nodes: Named[]; onTrusted: () => void; refusal?: string | undefined };

/** Several first contacts at once: one list of fingerprints to compare, one button, each key still trusted by its own. */
export function TrustAll({ nodes, onTrusted, refusal }: TrustAllProps) {
  const t = useTranslations("nodes.trustAll");
  const own = useTranslations("vouching");
  const { rows, busy, ask, trust } = useTrustAll(onTrusted);
  const [pasted, setPasted] = useState("");
  const compared = useCompared(rows, pasted);
  // Once all are trusted, the page has none of them left to name.
  const met = nodes.length > 0 ? nodes : rows.map(({ node }) => node);
  const columns = useColumns(compared);
  const offered = rows.filter(({ state }) => state === "offered");
  const toCompare = offered.filter((row) => !isVouched(row));
  const algorithms = [...new Set(toCompare.flatMap(({ offer }) => (offer ? [offer.algorithm] : [])))];
  const fetchKeys = (
    <AllowedButton
      size="sm"
      variant={rows.length === 0 ? "primary" : "secondary"}
      pending={busy && offered.length === 0}
      refusal={refusal}
      onClick={() => void ask(met)}
    >
      {rows.length === 0 ? t("fetch", { count: met.length }) : t("fetchAgain")}
    </AllowedButton>
  );
  const text = offered.length > 0 && toCompare.length === 0 ? own("vouchedAll") : t("text");
  return (
    <Card title={t("title", { count: met.length })} description={text} actions={fetchKeys}>
      {rows.length === 0 ? (
        <p className="text-muted text-prose">{t("how")}</p>
      ) : (
        <div className="space-y-4">
          <Table caption={t("caption")} columns={columns} rows={rows} rowKey={({ node }) => node.id} />
          {algorithms.map((algorithm) => (
            <CodeBlock key={algorithm} label={t("command", { algorithm })} code={hostKeyCommand(algorithm)} />
          ))}
          {offered.length > 0 ? (
            <>
              {toCompare.length > 0 ? <PasteKeys pasted={pasted} onPaste={setPasted} /> : null}
              <TrustOffered offered={offered} compared={compared} pending={busy} onTrust={trust} />
            </>
          ) : null}
        </div>
      )}
    </Card>
  );
}

type TrustOfferedProps = {
  offered: TrustRow[];
  compared: Compared | undefined;
  pending: boolean;
  onTrust: (rows: TrustRow[]) => Promise<void>;
};

const isVouched = ({ offer }: TrustRow) => offer?.certificate?.ok === true;

/** What was pasted is the comparison: then only keys that stand in it are trusted, and those an authority vouches for. */
function TrustOffered({ offered, compared, pending, onTrust }: TrustOfferedProps) {
  const t = useTranslations("nodes.trustAll");
  const own = useTranslations("nodes.knownKeys");
  const wanted = compared
    ? offered.filter((row) => isVouched(row) || compared.get(row)?.verdict === "same")
    : offered;
  return (
    <AllowedButton
      variant="primary"
      pending={pending}
      refusal={wanted.length === 0 ? own("noneSame") : undefined}
      onClick={() => void onTrust(wanted)}
    >
      {compared ? own("trustSame", { count: wanted.length }) : t("trust", { count: wanted.length })}
    </AllowedButton>
  );
}

function useColumns(compared: Compared | undefined): Column<TrustRow>[] {
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
      cell: (row) => {
        if (!row.offer)
          return (
            <span className="text-muted">{row.error ? row.error.message || t("noAnswer") : t("asking")}</span>
          );
        return (
          <>
            <code className="text-code [overflow-wrap:anywhere]">{row.offer.fingerprint}</code>
            <Verdict row={row} compared={compared} />
          </>
        );
      },
    },
    { key: "algorithm", header: t("columns.algorithm"), cell: ({ offer }) => offer?.algorithm ?? "" },
    { key: "state", header: t("columns.state"), cell: (row) => <TrustState row={row} /> },
  ];
}

/** By whose word a key is trusted: of an authority, or of what was pasted. */
function Verdict({ row, compared }: { row: TrustRow; compared: Compared | undefined }) {
  const t = useTranslations("vouching");
  const certificate = row.offer?.certificate;
  const comparison = compared?.get(row);
  if (certificate?.ok)
    return (
      <span className="block text-ok">{t("vouchedBy", { authority: certificate.value.authority.name })}</span>
    );
  return (
    <>
      <RefusedLine refusal={certificate?.error ?? null} />
      {comparison ? <Compare comparison={comparison} /> : null}
    </>
  );
}

const looks = {
  asking: "running",
  offered: "notChecked",
  trusting: "running",
  trusted: "succeeded",
  changed: "rollbackFailed",
  failed: "failed",
} as const;

function TrustState({ row }: { row: TrustRow }) {
  const { state, error, offer } = row;
  const t = useTranslations("nodes.trustAll.states");
  return (
    <span>
      <StatusBadge
        status={looks[state]}
        label={t(isVouched(row) && state === "offered" ? "vouched" : state)}
        plain
      />
      {state === "failed" && offer && error ? (
        <span className="block text-error">{error.message}</span>
      ) : null}
    </span>
  );
}
