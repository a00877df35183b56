"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { apis } from "@/lib/domain/paths";
import type { MadeToken } from "@/lib/domain/tokens/views";

type MadeDialogProps = { made: MadeToken; onClose: () => void };

/** It works as it is once the variable holds the token, which so stays out of the shell's history. */
const exampleAt = (origin: string) =>
  `curl -H "Authorization: Bearer $PULLPATH_TOKEN" \\\n  ${origin}${apis.nodes()}`;

/** Shows a token this once: the page forgets it when the dialog closes. */
export function MadeDialog({ made: { name, token }, onClose }: MadeDialogProps) {
  const t = useTranslations("tokens.made");
  return (
    <Dialog
      open
      stays
      title={t("title", { name })}
      description={t("text")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <div className="space-y-4">
        <CodeBlock label={t("token")} code={token} />
        <CodeBlock label={t("example")} code={exampleAt(window.location.origin)} />
      </div>
    </Dialog>
  );
}
