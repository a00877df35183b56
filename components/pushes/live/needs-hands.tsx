"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import type { PushNodeView, PushView } from "@/lib/domain/pushes/views";
import { useNodeWords } from "../use-node-words";

type NeedsHandsProps = {
  nodes: readonly PushNodeView[];
  mended: PushView["mended"];
  onShow: (id: string) => void;
};

/** Machines that a push could not bring back, above everything else until a person or a later push took care of them. */
export function NeedsHands({ nodes, mended, onShow }: NeedsHandsProps) {
  const t = useTranslations("pushcards.hands");
  const wordOf = useNodeWords();
  const word = (unit = "unknown") => wordOf(unit) ?? unit;
  const open = nodes.filter(
    ({ id, outcome, handled }) => outcome === "rollback-failed" && handled === null && !mended[id],
  );
  return open.map((node) => (
    <Banner
      key={node.id}
      kind="error"
      role="alert"
      title={t("title", { name: node.name })}
      action={
        <>
          <Button size="sm" onClick={() => onShow(node.id)}>
            {t("show")}
          </Button>
          {node.evidence["restore"] ? (
            <CopyButton labelled label={t("copy")} text={node.evidence["restore"]} />
          ) : null}
        </>
      }
    >
      <p>{t("text", { unit: word(node.evidence["unit"]), backup: node.evidence["backup"] || "none" })}</p>
      {node.evidence["restore"] ? (
        // Seen before it is copied: it is what the machine said.
        <div className="mt-2">
          <CodeBlock
            label={t("commands", { name: node.name })}
            code={node.evidence["restore"]}
            copy={false}
            maxHeight="screen"
          />
        </div>
      ) : null}
    </Banner>
  ));
}
