"use client";

import { useTranslations } from "next-intl";
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import type { Marked } from "@/components/configurations/editor/yaml/code-diagnostics";
import { usePhrases } from "@/components/configurations/editor/yaml/use-phrases";
import { TemplateCode } from "./template-code";

export type GoToLine = { goToLine: (line: number) => void };

export type CodePaneProps = {
  label: string;
  text: string;
  marks: readonly Marked[];
  /** The id of what says what the text does. */
  verdict: string;
  onType: (text: string) => void;
  onTidied: () => void;
  control: Ref<GoToLine>;
  /** The caret goes there as soon as it can be typed in. */
  focus: boolean;
};

/** The text of a template to be typed in. It is loaded after the page. */
export function CodePane({ label, text, marks, verdict, onType, onTidied, control, focus }: CodePaneProps) {
  const t = useTranslations("containerdtemplates");
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const phrases = usePhrases();
  const [code, setCode] = useState<TemplateCode | null>(null);
  const latest = useRef({ text, onType, onTidied, focus });
  useEffect(() => {
    latest.current = { text, onType, onTidied, focus };
  });
  useEffect(() => {
    if (!box.current) return;
    const made = new TemplateCode({
      parent: box.current,
      text: latest.current.text,
      attributes: { "aria-label": label, "aria-describedby": `${verdict} ${hint}` },
      phrases,
      onType: (typed) => latest.current.onType(typed),
      onTidied: () => latest.current.onTidied(),
    });
    setCode(made);
    if (latest.current.focus) made.goToEnd();
    return () => made.view.destroy();
  }, [label, verdict, hint, phrases]);
  useEffect(() => code?.show(text), [code, text]);
  useEffect(() => code?.find(marks), [code, marks]);
  useImperativeHandle(control, () => ({ goToLine: (line) => code?.goToLine(line) }), [code]);
  return (
    <div className="flex flex-col overflow-hidden rounded-lg border border-line bg-subtle">
      <div ref={box} lang="en" translate="no" className="flex min-h-0 flex-col" />
      <p id={hint} className="sr-only">
        {t("keysHint")}
      </p>
    </div>
  );
}
