"use client";
import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { Disclosure } from "@/components/ui/disclosure";
import { authorizeCommand } from "./authorize";

/** The public half of a key, ready for `authorized_keys`, and the command that puts it there. */
export function PublicLine({ publicKey, username }: { publicKey: string; username: string }) {
  const t = useTranslations("nodes.ssh");
  const command = authorizeCommand(publicKey);
  return (
    <div className="space-y-3">
      <CodeBlock label={t("publicLine")} code={publicKey} />
      {command ? (
        <Disclosure summary={t("commandSummary", { username })}>
          <CodeBlock label={t("command")} code={command} />
        </Disclosure>
      ) : null}
    </div>
  );
}
