"use client";
import { CircleCheck, OctagonX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { DefinitionList } from "@/components/ui/definition-list";
import { Textarea } from "@/components/ui/textarea";
import { type Comparison, compareKey, readKnownKeys } from "@/lib/domain/nodes/known-keys";
import type { HostKeyOffer } from "@/lib/domain/nodes/views";
import { hostKeyCommand } from "../host-key-command";
import { PastedAuthorities } from "../trust/pasted-authorities";

type KeyOfferProps = { offer: HostKeyOffer; pending: boolean; onTrust: () => void };

/** First contact: the key the machine shows, how to read it on the machine itself, and the consent. */
export function KeyOffer({ offer, pending, onTrust }: KeyOfferProps) {
  const t = useTranslations("nodes.hostKey");
  const [pasted, setPasted] = useState("");
  const comparison = useMemo(() => compareKey(readKnownKeys(pasted), offer), [pasted, offer]);
  const isOther = comparison.verdict === "other" || comparison.verdict === "revoked";
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
      <Compare pasted={pasted} comparison={comparison} onPaste={setPasted} />
      <Button
        variant={isOther ? "danger" : "primary"}
        pending={pending}
        aria-disabled={isOther || undefined}
        onClick={isOther ? undefined : onTrust}
      >
        {t("trust")}
      </Button>
    </div>
  );
}

type CompareProps = { pasted: string; comparison: Comparison; onPaste: (text: string) => void };

function Compare({ pasted, comparison, onPaste }: CompareProps) {
  const t = useTranslations("nodes.hostKey");
  const own = useTranslations("nodes.knownKeys");
  const common = useTranslations("common");
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {t("paste")}
        <span className="ms-1.5 font-normal text-faint text-sm">{common("optional")}</span>
      </label>
      <Textarea
        id={id}
        mono
        rows={2}
        autoComplete="off"
        spellCheck={false}
        placeholder="SHA256:…"
        value={pasted}
        aria-describedby={`${id}-hint ${id}-verdict`}
        onChange={(event) => onPaste(event.target.value)}
      />
      <p id={`${id}-hint`} className="text-muted text-sm">
        {own("pasteOneHint")}
      </p>
      <PastedAuthorities pasted={pasted} />
      <div id={`${id}-verdict`} role="status" className="min-h-5 text-sm">
        {pasted.trim() ? <Verdict comparison={comparison} /> : null}
      </div>
    </div>
  );
}

function Verdict({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("nodes.hostKey");
  const own = useTranslations("nodes.knownKeys");
  if (comparison.verdict === "none") return <span className="text-muted">{own("none")}</span>;
  if (comparison.verdict === "same")
    return (
      <span className="inline-flex items-center gap-1.5 text-ok">
        <CircleCheck size={14} aria-hidden />
        {t("pasteSame")}
      </span>
    );
  return (
    <span className="text-error">
      <OctagonX size={14} aria-hidden className="me-1.5 inline-block align-[-2px]" />
      {comparison.verdict === "revoked" ? own("revoked") : t("pasteOther")}
      {comparison.verdict === "other" ? <Expected fingerprint={comparison.expected} /> : null}
    </span>
  );
}

function Expected({ fingerprint }: { fingerprint: string }) {
  const t = useTranslations("nodes.knownKeys");
  return (
    <span className="block text-fg">
      {t("expected")} <code className="text-code [overflow-wrap:anywhere]">{fingerprint}</code>
    </span>
  );
}
