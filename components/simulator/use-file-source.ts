"use client";

import type { ApiError } from "@/lib/client/api";
import type { RevisionKey } from "@/lib/client/read-revision";
import type { SimulatorDraft } from "@/lib/client/simulator-draft";
import { largestFile } from "@/lib/domain/registries/largest-file";
import type { Choice } from "./choice";
import type { SimulatorQuery, SourceKind } from "./query";
import { type RevisionText, useRevisionText } from "./use-revision";

/** The file that is simulated. */
export type FileSource = {
  /** `empty`: nothing was pasted, or nothing can be chosen. */
  state: "ready" | "loading" | "failed" | "empty" | "draft-gone";
  text: string | null;
  error: ApiError | null;
  isTooLarge: boolean;
  retry: () => void;
};

type Question = {
  query: SimulatorQuery;
  choice: Choice;
  paste: string;
  draft: SimulatorDraft | null | undefined;
  initial: (RevisionKey & { text: string }) | null;
};

type State = Pick<FileSource, "state" | "text" | "error">;

const none = (state: FileSource["state"], error: ApiError | null = null): State => ({
  state,
  text: null,
  error,
});
const ready = (text: string): State => ({ state: "ready", text, error: null });

/** Counts characters as a file has bytes, but for those that need several; it only keeps the page quick. */
const isLarge = (text: string) => text.length > largestFile;

function ofDraft(draft: SimulatorDraft | null | undefined): State {
  if (draft === undefined) return none("loading");
  return draft === null ? none("draft-gone") : ready(draft.text);
}

function ofAnswer(answer: RevisionText["answer"]): State {
  if (answer === null) return none("loading");
  return answer.ok ? ready(answer.value) : none("failed", answer.error);
}

export function useFileSource({ query, choice, paste, draft, initial }: Question): FileSource {
  const { configuration, number } = choice;
  const wanted = query.source === "saved" && configuration ? { id: configuration.id, number } : null;
  const { answer, retry } = useRevisionText(wanted, initial);
  const states: Record<SourceKind, () => State> = {
    saved: () => (wanted === null ? none("empty") : ofAnswer(answer)),
    draft: () => ofDraft(draft),
    paste: () => (paste.trim() === "" || isLarge(paste) ? none("empty") : ready(paste)),
  };
  return { ...states[query.source](), isTooLarge: isLarge(paste), retry };
}
