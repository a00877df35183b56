"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useWatch } from "react-hook-form";
import { fromForm } from "@/lib/domain/registries/form";
import { countChanges } from "@/lib/domain/registries/form-changes";
import type { LineSpan } from "@/lib/domain/registries/layout";
import { maskSecrets } from "@/lib/domain/registries/mask";
import { type RenderContext, renderLines } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { type StoredCertificate, useEditor } from "./editor-context";
import { type EditorForm, useEditorForm } from "./editor-form";

const debounce = 120;
/** What stands for a secret that was typed and not yet stored. */
const masked = "••••••";

type Rendered = { text: string; lines: ReadonlyMap<string, LineSpan> };
type LivePreview = Rendered & {
  /** How much of the form is not saved yet. */
  changes: number;
  baseText: string;
  focused: string | null;
  setFocused: (path: string | null) => void;
};

const PreviewContext = createContext<LivePreview | null>(null);

function renderMasked(definition: Definition, certificates: readonly StoredCertificate[]): Rendered {
  const context: RenderContext = {
    certificatePath: (slug, file) => {
      const paths = certificates.find((each) => each.slug === slug)?.paths;
      return (
        (file === "key_file" ? paths?.key : paths?.crt) ?? `${slug}${file === "key_file" ? ".key" : ".crt"}`
      );
    },
  };
  return renderLines(
    maskSecrets(definition, () => masked),
    context,
  );
}

/** Renders the form a moment after each change; only what shows the file is drawn again, never the fields. */
export function LivePreviewProvider({ base, children }: { base: Definition; children: ReactNode }) {
  const { certificates } = useEditor();
  const form = useSettledForm();
  const [focused, setFocused] = useState<string | null>(null);
  const baseText = useMemo(() => renderMasked(base, certificates).text, [base, certificates]);
  const preview = useMemo(() => {
    const definition = fromForm(form);
    return { ...renderMasked(definition, certificates), changes: countChanges(base, definition) };
  }, [form, base, certificates]);
  const value = useMemo(() => ({ ...preview, baseText, focused, setFocused }), [preview, baseText, focused]);
  return <PreviewContext value={value}>{children}</PreviewContext>;
}

function useSettledForm(): EditorForm["definition"] {
  const { control, getValues } = useEditorForm();
  const current = useWatch({ control, name: "definition" });
  const [settled, setSettled] = useState(() => structuredClone(getValues("definition")));
  useEffect(() => {
    const timer = setTimeout(() => setSettled(structuredClone(current)), debounce);
    return () => clearTimeout(timer);
  }, [current]);
  return settled;
}

export function useLivePreview(): LivePreview {
  const preview = useContext(PreviewContext);
  if (!preview) throw new Error("Invariant: the preview is read outside of the editor");
  return preview;
}
