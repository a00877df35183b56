"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { apiRequest } from "@/lib/client/api";
import { sudoersLine } from "@/lib/domain/nodes/sudoers";
import type { NodeView, SshCredentialView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import type { FaultAction } from "@/lib/domain/pushes/fault-links";
import type { PushNodeView } from "@/lib/domain/pushes/views";

type Node = Pick<PushNodeView, "nodeId"> & { fault: NonNullable<PushNodeView["fault"]> };
type LoginLinesProps = { node: Node; actions: readonly FaultAction[] };

/** Lines to copy onto the machine, for a login that was refused or that does not reach root. */
export function LoginLines({ node, actions }: LoginLinesProps) {
  return (
    <>
      {actions.includes("sudoers") ? <SudoersLine node={node} /> : null}
      {actions.includes("public-line") ? <AskedLine node={node} /> : null}
    </>
  );
}

function SudoersLine({ node: { fault } }: { node: Node }) {
  const t = useTranslations("pushcards.card");
  const line = sudoersLine(fault);
  if (line === null) return null;
  return <CodeBlock label={t("sudoers", { file: "/etc/sudoers.d/pullpath" })} code={line} />;
}

/** Who logs in to the node, and the public half of the key it is done with; a password has none. */
async function findLogin(nodeId: string) {
  const node = await apiRequest<NodeView>("GET", apis.node(nodeId));
  if (!node.ok) return node;
  const stored = await apiRequest<SshCredentialView[]>("GET", apis.sshCredentials());
  if (!stored.ok) return stored;
  const used = stored.value.find(({ id }) => id === node.value.sshCredential?.id);
  return { ok: true as const, value: { user: node.value.username, key: used?.publicKey ?? "" } };
}

function AskedLine({ node }: { node: Node }) {
  const t = useTranslations("pushcards.card");
  const { pending, error, run } = useApiAction();
  const [login, setLogin] = useState<{ user: string; key: string }>();
  if (login?.key === "") return <p className="text-sm">{t("passwordLogin")}</p>;
  if (login !== undefined)
    return <CodeBlock label={t("publicLine", { user: login.user })} code={login.key} />;
  return (
    <>
      <Button
        size="sm"
        pending={pending}
        onClick={() => void run(() => findLogin(node.nodeId ?? ""), setLogin)}
      >
        {t("actions.public-line")}
      </Button>
      <FormError error={error} />
    </>
  );
}
