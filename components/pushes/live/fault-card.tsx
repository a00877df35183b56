"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import type { PushNodeView } from "@/lib/domain/pushes/views";

/** What failed, what state the node is in now, what was done, what can be done; the details are the node's own words. */
export function FaultCard({ node }: { node: PushNodeView }) {
  const t = useTranslations("pushes.detail");
  const fault = useTranslations("faults");
  if (!node.fault || !node.outcome) return null;
  const { code, params } = node.fault;
  const { log, restore } = node.evidence;
  const details = Object.entries(params).filter(([, value]) => value !== "");
  const headline = fault(`${code}.headline`, { name: node.name });
  const state = fault(`outcomes.${node.outcome}.state`);
  const next = fault(`${code}.nextStep`, { name: node.name });
  const copied = [
    headline,
    state,
    next,
    ...details.map(([key, value]) => `${key}: ${value}`),
    log ?? "",
  ].join("\n");
  return (
    <div className="space-y-3">
      <Banner
        kind={node.outcome === "rolled-back" ? "warn" : "error"}
        title={headline}
        action={<CopyButton labelled label={t("copyFault")} text={copied} />}
      >
        <p>{state}</p>
        <p>{next}</p>
      </Banner>
      {restore ? <CodeBlock label={t("restore")} code={restore} /> : null}
      {log ? <CodeBlock label={t("lastLines")} code={log} /> : null}
      {details.length > 0 ? (
        <CodeBlock
          label={t("faultDetails")}
          code={details.map(([key, value]) => `${key}: ${value}`).join("\n")}
        />
      ) : null}
    </div>
  );
}
