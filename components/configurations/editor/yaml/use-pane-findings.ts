"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useDocument } from "../document/definition-document";
import { useEditor } from "../editor-context";
import { useJudged } from "../findings/findings-provider";
import { useFindingText } from "../findings/use-finding-text";
import type { CodeEditor } from "./code-editor";
import { usePane, usePaneState } from "./pane-context";

/** More signs than these are no longer looked at one by one. */
const mostSigns = 300;

/** Draws what was found into the editor, when it was found in the text that stands there. */
export function usePaneFindings(editor: CodeEditor | null) {
  const t = useTranslations("findings");
  const say = useFindingText();
  const { standIns } = usePane();
  const { draft } = usePaneState();
  const { definition } = useDocument();
  const { writers } = useEditor();
  const { text, placed } = useJudged();
  useEffect(() => {
    const shown = draft === null ? writers.plain.write(definition).text : standIns.restore(draft);
    if (shown !== text) return;
    editor?.find(
      placed.all.slice(0, mostSigns).map(({ finding }) => ({
        range: finding.range,
        severity: finding.severity,
        text: `${t(`severity.${finding.severity}`)}: ${say(finding)}`,
      })),
    );
  }, [editor, t, say, standIns, draft, definition, writers, text, placed]);
}
