"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { FaultCard } from "@/components/nodes/detail/fault-card";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { NodeChoice, NodeFile } from "@/lib/domain/node-files/views";
import { pages } from "@/lib/domain/paths";
import type { KnownConfiguration } from "../destination";

const NodeOutlook = dynamic(() => import("./node-outlook").then((module) => module.NodeOutlook), {
  loading: () => <Skeleton className="h-24" />,
});

type NodeAnswerProps = {
  answer: NodeFile;
  node: NodeChoice;
  configurations: readonly KnownConfiguration[];
  into: string | undefined;
};

/** What a node answered: its file understood, or why there is none to import. */
export function NodeAnswer({ answer, node, ...destination }: NodeAnswerProps) {
  const t = useTranslations("nodefile");
  const { name } = node;
  switch (answer.kind) {
    case "fault":
      return (
        <div className="space-y-3">
          <FaultCard node={node} fault={answer.fault} credential={undefined} />
          <LinkButton size="sm" href={pages.node(node.id)}>
            {t("openNode", { name })}
          </LinkButton>
        </div>
      );
    case "absent":
      return (
        <Banner kind="info" role="status" title={t("absent.title", { name })}>
          {t("absent.text", { path: answer.path })}
        </Banner>
      );
    case "refused":
      return <Refused answer={answer} name={name} />;
    case "broken":
      return (
        <Banner kind="error" role="alert" title={t("broken.title", { name, line: answer.line ?? "none" })}>
          {t("broken.text", { path: answer.path })}
        </Banner>
      );
    case "read":
      return <NodeOutlook key={answer.hold} file={answer} nodeName={name} {...destination} />;
  }
}

type RefusedProps = { answer: Extract<NodeFile, { kind: "refused" }>; name: string };

function Refused({ answer: { failure, path }, name }: RefusedProps) {
  const t = useTranslations("nodefile");
  const title = useTranslations("import.refusal")(`${failure.code}.title`);
  const format = useFormatter();
  const byte = "byte" in failure ? format.number(failure.byte) : "";
  return (
    <Banner kind="error" role="alert" title={t("refused.title", { name, title })}>
      {t(`refused.${failure.code}`, { path, byte })}
    </Banner>
  );
}
