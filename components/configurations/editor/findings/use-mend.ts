"use client";

import { useCallback } from "react";
import { fromForm, toForm } from "@/lib/domain/registries/form";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { parse } from "@/lib/domain/registries/parse";
import { rebase } from "../document/rebase";
import { certificateAt, renderMasked } from "../document/render-masked";
import { useEditor } from "../editor-context";
import { diffTexts } from "./diff-texts";

/** What an edited text makes of the form, when both were written from the same file. */
export function useMend() {
  const { certificates } = useEditor();

  const mend = useCallback(
    (form: DefinitionForm, before: string, after: string): DefinitionForm => {
      const context = { certificateAt: certificateAt(certificates) };
      const [old, now] = [parse(before, context), parse(after, context)];
      if (!old.ok || !now.ok) return form;
      return rebase(form, toForm(old.definition), toForm(now.definition));
    },
    [certificates],
  );

  const compare = useCallback(
    (form: DefinitionForm, mended: DefinitionForm) => {
      const shown = (each: DefinitionForm) => renderMasked(fromForm(each), certificates).text;
      return diffTexts(shown(form), shown(mended));
    },
    [certificates],
  );

  return { mend, compare };
}
