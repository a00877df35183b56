"use client";
import { CircleCheck, OctagonX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextInput } from "@/components/ui/text-input";
import type { HostKeyOffer } from "@/lib/domain/nodes/views";
import { comparePasted, hostKeyCommand } from "../host-key-command";

type KeyOfferProps = { offer: HostKeyOffer; pending: boolean; onTrust: () => void };

/** First contact: the key the machine shows, how to read it on the machine itself, and the consent. */
export function KeyOffer({ offer, pending, onTrust }: KeyOfferProps) {
  const t = useTranslations("nodes.hostKey");
  const [pasted, setPasted] = useState("");
  const verdict = comparePasted(pasted, offer.fingerprint);
  return (
    <div className="space-y-4">
      <DefinitionList
        facts={[
          {
            term: t("shown"),
            value: (
              <code className="font-semibold text-code [overflow-wrap:anywhere]">{offer.fingerprint}</code>
            ),
          },
          { term: t("algorithm"), value: <code className="text-code">{offer.algorithm}</code> },
        ]}
      />
      <CodeBlock label={t("command")} code={hostKeyCommand(offer.algorithm)} />
      <Compare pasted={pasted} verdict={verdict} onPaste={setPasted} />
      <Button
        variant={verdict === "other" ? "danger" : "primary"}
        pending={pending}
        aria-disabled={verdict === "other" || undefined}
        onClick={onTrust}
      >
        {t("trust")}
      </Button>
    </div>
  );
}

type CompareProps = {
  pasted: string;
  verdict: ReturnType<typeof comparePasted>;
  onPaste: (text: string) => void;
};

function Compare({ pasted, verdict, onPaste }: CompareProps) {
  const t = useTranslations("nodes.hostKey");
  const common = useTranslations("common");
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {t("paste")}
        <span className="ms-1.5 font-normal text-faint text-sm">{common("optional")}</span>
      </label>
      <TextInput
        id={id}
        mono
        autoComplete="off"
        placeholder="SHA256:…"
        value={pasted}
        aria-describedby={`${id}-verdict`}
        onChange={(event) => onPaste(event.target.value)}
      />
      <p id={`${id}-verdict`} role="status" className="min-h-5 text-sm">
        {verdict === "same" ? (
          <span className="inline-flex items-center gap-1.5 text-ok">
            <CircleCheck size={14} aria-hidden />
            {t("pasteSame")}
          </span>
        ) : null}
        {verdict === "other" ? (
          <span className="inline-flex items-center gap-1.5 text-error">
            <OctagonX size={14} aria-hidden />
            {t("pasteOther")}
          </span>
        ) : null}
        {verdict === null && pasted.trim() ? <span className="text-muted">{t("pasteNone")}</span> : null}
      </p>
    </div>
  );
}
