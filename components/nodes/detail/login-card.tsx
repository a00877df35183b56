"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { NodeView } from "@/lib/domain/nodes/views";
import { pages } from "@/lib/domain/paths";

/** How Pullpath logs in to this machine. */
export function LoginCard({ node }: { node: NodeView }) {
  const t = useTranslations("nodes.login");
  return (
    <Card title={t("title")}>
      <DefinitionList
        facts={[
          { term: t("user"), value: <code className="text-code">{node.username}</code> },
          {
            term: t("credential"),
            value: node.sshCredential ? (
              <TextLink href={pages.credentials("ssh")}>{node.sshCredential.name}</TextLink>
            ) : (
              <span className="text-warn">{t("noCredential")}</span>
            ),
          },
          ...(node.jump
            ? [
                {
                  term: t("jump"),
                  value: <TextLink href={pages.node(node.jump.id)}>{node.jump.name}</TextLink>,
                },
              ]
            : []),
          { term: t("sudo"), value: t(node.hasSudoPassword ? "sudoSet" : "sudoUnset") },
          ...(node.note
            ? [{ term: t("note"), value: <p className="whitespace-pre-wrap">{node.note}</p> }]
            : []),
        ]}
      />
    </Card>
  );
}
