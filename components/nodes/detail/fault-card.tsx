"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { sudoersLine } from "@/lib/domain/nodes/sudoers";
import type { NodeFault, NodeView, SshCredentialView } from "@/lib/domain/nodes/views";
import { PublicLine } from "../ssh/public-line";
import { useFaultWords } from "../use-fault-words";

type Credential = Pick<SshCredentialView, "name" | "kind" | "publicKey">;

type FaultCardProps = {
  node: Pick<NodeView, "name" | "username">;
  fault: NodeFault;
  credential: Credential | undefined;
};

/** What failed, how the machine is now, and what to do about it, with the lines to copy where there are any. */
export function FaultCard({ node, fault, credential }: FaultCardProps) {
  const { headline, reason, state, nextStep } = useFaultWords()(fault, node.name);
  const n = useTranslations("nodes.faultCard");
  return (
    <div className="space-y-4">
      <Banner kind="error" role="status" title={headline}>
        {reason ? <p>{reason}</p> : null}
        <p>{state}</p>
        <p>{nextStep}</p>
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
    case "sudo-needs-terminal": {
      const line = sudoersLine({ code: fault.code, params: { user } });
      if (line === null) return null;
      return <CodeBlock label={n("sudoers", { file: "/etc/sudoers.d/pullpath" })} code={line} />;
    }
    default:
      return null;
  }
}
