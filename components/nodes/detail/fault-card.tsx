"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import type { NodeFault, NodeView, SshCredentialView } from "@/lib/domain/nodes/views";
import { PublicLine } from "../ssh/public-line";

type Credential = Pick<SshCredentialView, "name" | "kind" | "publicKey">;

type FaultCardProps = {
  node: Pick<NodeView, "name" | "username">;
  fault: NodeFault;
  credential: Credential | undefined;
};

/** What failed, how the machine is now, and what to do about it, with the lines to copy where there are any. */
export function FaultCard({ node, fault, credential }: FaultCardProps) {
  const t = useTranslations("faults");
  const n = useTranslations("nodes.faultCard");
  const params = { ...fault.params, name: node.name };
  const reason = `reasons.${fault.params["reason"]}`;
  return (
    <div className="space-y-4">
      <Banner kind="error" role="status" title={t(`${fault.code}.headline`, params)}>
        {n.has(reason) ? <p>{n(reason, { seconds: "", ...params })}</p> : null}
        <p>{t(`${fault.code}.state`, params)}</p>
        <p>{t(`${fault.code}.nextStep`, params)}</p>
        {fault.params["methods"] ? <p>{n("methods", { methods: fault.params["methods"] })}</p> : null}
      </Banner>
      <Remedy node={node} fault={fault} credential={credential} />
    </div>
  );
}

function Remedy({ node, fault, credential }: FaultCardProps) {
  const n = useTranslations("nodes.faultCard");
  const user = node.username;
  switch (fault.code) {
    case "login-refused":
      if (!credential) return null;
      return credential.publicKey ? (
        <div className="space-y-2">
          <p className="text-prose">{n("authorize", { user, credential: credential.name })}</p>
          <PublicLine publicKey={credential.publicKey} username={user} />
        </div>
      ) : (
        <p className="text-prose">{n("password", { user, credential: credential.name })}</p>
      );
    case "not-root":
      return (
        <CodeBlock
          label={n("sudoers", { file: "/etc/sudoers.d/pullpath" })}
          code={`${user} ALL=(ALL) NOPASSWD: ALL`}
        />
      );
    case "sudo-needs-terminal":
      return (
        <CodeBlock
          label={n("sudoers", { file: "/etc/sudoers.d/pullpath" })}
          code={`Defaults:${user} !requiretty`}
        />
      );
    default:
      return null;
  }
}
