"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { type NoteCode, noteCodesOf } from "./notes";
import { rich } from "./rich";

type NotesProps = { question: Parameters<typeof noteCodesOf>[0]; registry: string };

const warnings: readonly NoteCode[] = ["foreignRuntime", "noDefaultUseless", "embeddedUseless"];
/** Of the explanation itself: an old release, or a template of the node. */
const isWarning = (code: string) => /^(?:release|template)-/.test(code);

/** What to know of the node and of the whole pull besides the attempts. */
export function Notes({ question, registry }: NotesProps) {
  const t = useTranslations("simulator.notes");
  const explain = useTranslations("explain");
  const { explanation, target, node } = question;
  const values = {
    version: target.version.text,
    node: node?.name ?? "",
    proxy: node?.facts?.proxy ?? "",
    registry,
  };
  return (
    <>
      {noteCodesOf(question).map((code) => (
        <Banner key={code} kind={warnings.includes(code) ? "warn" : "info"}>
          {t.rich(code, { ...values, ...rich })}
        </Banner>
      ))}
      {explanation.result.notes.map(({ code, params }) => (
        <Banner key={`${code} ${params["url"] ?? ""}`} kind={isWarning(code) ? "warn" : "info"}>
          <span className="[overflow-wrap:anywhere]">{explain(`note.${code}`, params)}</span>
        </Banner>
      ))}
    </>
  );
}
