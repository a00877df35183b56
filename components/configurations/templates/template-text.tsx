"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Textarea } from "@/components/ui/textarea";
import type { CodePaneProps } from "./code-pane";

type Pane = { kind: "loading" } | { kind: "plain" } | { kind: "code"; Code: ComponentType<CodePaneProps> };

/** A template to be typed in: with the editor once it is there, and as plain text where it cannot be fetched. */
export function TemplateText(props: CodePaneProps) {
  const { label, text, verdict, onType } = props;
  const t = useTranslations("containerdtemplates");
  const [pane, setPane] = useState<Pane>({ kind: "loading" });
  useEffect(() => {
    let gone = false;
    const set = (next: Pane) => {
      if (!gone) setPane(next);
    };
    void import("./code-pane").then(
      ({ CodePane }) => set({ kind: "code", Code: CodePane }),
      () => set({ kind: "plain" }),
    );
    return () => {
      gone = true;
    };
  }, []);
  if (pane.kind === "code") return <pane.Code {...props} />;
  if (pane.kind === "plain")
    return (
      <Textarea
        mono
        rows={16}
        aria-label={label}
        aria-describedby={verdict}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
    );
  return (
    <>
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <CodeBlock code={text} label={label} numbers copy={false} maxHeight="screen" />
    </>
  );
}
