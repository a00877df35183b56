"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { SavedTemplates } from "@/lib/domain/configurations/views";
import { apis } from "@/lib/domain/paths";
import { areStorable, type TemplatesBase, type Texts, toTemplates } from "./texts";

export type TemplatesOutcome =
  | { kind: "saved"; number: number }
  | { kind: "rebased"; number: number }
  | { kind: "unchanged" }
  | { kind: "invalid" }
  | { kind: "conflict"; error: ApiError }
  | { kind: "refused"; error: ApiError };

type Saving = {
  id: string;
  base: TemplatesBase;
  texts: Texts;
  onSaved: (base: TemplatesBase) => void;
};

/** Saves the templates of the page as the next revision. */
export function useSaveTemplates({ id, base, texts, onSaved }: Saving) {
  const router = useRouter();
  const [message, setMessage] = useState("");
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<TemplatesOutcome | null>(null);

  async function send(): Promise<TemplatesOutcome> {
    if (!areStorable(texts)) return { kind: "invalid" };
    const templates = toTemplates(texts);
    const sent = { baseNumber: base.number, message, templates };
    const saved = await apiRequest<SavedTemplates>("PUT", apis.configurationTemplates(id), sent);
    if (!saved.ok)
      return {
        kind: saved.error.reason === "revisionConflict" ? "conflict" : "refused",
        error: saved.error,
      };
    const { number, changed } = saved.value;
    onSaved({ number, templates });
    setMessage("");
    router.refresh();
    return changed ? { kind: "saved", number } : { kind: "unchanged" };
  }

  /** True when everything on the page is stored. */
  async function save(): Promise<boolean> {
    if (pending) return false;
    setPending(true);
    try {
      const ended = await send();
      setOutcome(ended);
      return ended.kind === "saved" || ended.kind === "unchanged";
    } finally {
      setPending(false);
    }
  }

  return { save, pending, outcome, setOutcome, message, setMessage };
}
