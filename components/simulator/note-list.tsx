"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { type NoteCode, noteCodesOf } from "./notes";
import { rich } from "./rich";

type NotesProps = { question: Parameters<typeof noteCodesOf>[0]; registry: string };

const warnings: readonly NoteCode[] = [
  "foreignRuntime",
  "old",
  "template",
  "noDefaultUseless",
  "embeddedUseless",
];

/** What to know of the node besides the attempts. */
export function Notes({ question, registry }: NotesProps) {
  const t = useTranslations("simulator.notes");
  const codes = noteCodesOf(question);
  const values = { version: question.target.version.text, node: question.node?.name ?? "", registry };
  return codes.map((code) => (
    <Banner key={code} kind={warnings.includes(code) ? "warn" : "info"}>
      {t.rich(code, { ...values, ...rich })}
    </Banner>
  ));
}
