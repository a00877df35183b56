"use client";

import { useTranslations } from "next-intl";
import { VerdictBadge, VerdictReason } from "@/components/nodes/template-verdict";
import { Banner } from "@/components/ui/banner";
import { type TemplateFact, templateSnippets } from "@/lib/domain/containerd-template/facts";
import type { ToldFault } from "./use-judged";

type VerdictProps = {
  id: string;
  judged: TemplateFact | null;
  faults: readonly ToldFault[];
  onGoTo: (line: number) => void;
};

/** What a template does as it stands, why, and what must be mended before it can be saved. */
export function Verdict({ id, judged, faults, onGoTo }: VerdictProps) {
  const t = useTranslations("nodetemplates");
  return (
    <div className="space-y-3">
      <div id={id} role="status" className="space-y-1.5">
        {judged === null ? null : (
          <>
            <p className="max-w-prose text-prose">
              <span className="me-2 inline-block">
                <VerdictBadge judged={judged} />
              </span>
              <VerdictReason judged={judged} />
              {judged.line === null ? null : <LineLink line={judged.line} onGoTo={onGoTo} />}
            </p>
            {judged.logins === false ? (
              <p className="max-w-prose text-prose text-warn">{t("noLogins", templateSnippets)}</p>
            ) : null}
          </>
        )}
      </div>
      <Faults faults={faults} onGoTo={onGoTo} />
    </div>
  );
}

function LineLink({ line, onGoTo }: { line: number; onGoTo: (line: number) => void }) {
  const t = useTranslations("containerdtemplates");
  return (
    <>
      {" "}
      <button
        type="button"
        className="min-h-6 rounded-sm text-link underline underline-offset-2"
        aria-label={t("goToLine", { line })}
        onClick={() => onGoTo(line)}
      >
        {t("line", { line })}
      </button>
    </>
  );
}

function Faults({ faults, onGoTo }: Pick<VerdictProps, "faults" | "onGoTo">) {
  const t = useTranslations("containerdtemplates");
  if (faults.length === 0) return null;
  return (
    <Banner kind="error" role="status" title={t("faults")}>
      <ul className="space-y-1">
        {faults.map(({ code, line, text }) => (
          <li key={`${code} ${line}`}>
            {text}
            {line === null ? null : <LineLink line={line} onGoTo={onGoTo} />}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
