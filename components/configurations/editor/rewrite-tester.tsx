"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { FieldHint } from "@/components/fields/field-frame";
import { TextInput } from "@/components/ui/text-input";
import type { RuleTrial } from "@/lib/domain/registries/rewrite/try-rules";
import type { RewriteTrial } from "./rewrite-trial";

type RewriteTesterProps = {
  text: string;
  onChange: (text: string) => void;
  trial: RewriteTrial | null;
  failed: boolean;
};

const code = (text: ReactNode) => <code className="text-code [overflow-wrap:anywhere]">{text}</code>;

/** One name, tried on all rules of a mirror: what containerd may ask the endpoints for. */
export function RewriteTester({ text, onChange, trial, failed }: RewriteTesterProps) {
  const t = useTranslations("editor");
  const id = useId();
  return (
    <div className="space-y-1.5 rounded-md bg-subtle px-3 py-3">
      <label htmlFor={id} className="block font-medium">
        {t("tryName")}
      </label>
      <TextInput
        id={id}
        mono
        autoComplete="off"
        placeholder="library/nginx"
        className="max-w-100"
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldHint id={`${id}-hint`}>{t("tryNameHint")}</FieldHint>
      <div role="status" className="text-sm">
        {failed ? <p className="text-error">{t("tryFailed")}</p> : null}
        {trial ? <Outcome trial={trial} /> : null}
      </div>
    </div>
  );
}

function Outcome({ trial: { repository, results, names } }: { trial: RewriteTrial }) {
  const t = useTranslations("editor");
  const [only] = names;
  if (only === undefined) return <p>{t.rich("tryNone", { name: repository, code })}</p>;
  if (names.length === 1) return <p>{t.rich("tryOne", { name: repository, after: only, code })}</p>;
  const count = results.filter(({ kind }) => kind === "changed").length;
  return (
    <>
      <p>{t.rich("trySeveral", { name: repository, count, code })}</p>
      <ul className="list-disc ps-5">
        {names.map((name) => (
          <li key={name}>{code(name)}</li>
        ))}
      </ul>
    </>
  );
}

/** What one rule makes of the tried name, at its row. */
export function RuleResult({ trial }: { trial: RuleTrial | undefined }) {
  const t = useTranslations("editor");
  if (trial === undefined || trial.kind === "untried") return null;
  if (trial.kind === "changed")
    return <p className="text-sm">{t.rich("ruleChanges", { after: trial.after, code })}</p>;
  return <p className="text-muted text-sm">{t(`rule.${trial.kind}`)}</p>;
}
