"use client";

import { useEffect, useState } from "react";
import type { ApiError } from "@/lib/client/api";
import { type RevisionKey, readRevisionFile, readRevisions } from "@/lib/client/read-revision";
import type { RevisionLine } from "@/lib/domain/configurations/views";
import { ok, type Result } from "@/lib/domain/result";

type Answer = Result<string, ApiError>;
export type RevisionText = { answer: Answer | null; retry: () => void };

const keyOf = ({ id, number }: RevisionKey) => `${id}/${number}`;

/** The file of a revision; fetched once, as it never changes. `initial` came with the page. */
export function useRevisionText(
  wanted: RevisionKey | null,
  initial: (RevisionKey & { text: string }) | null,
): RevisionText {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(
    () => new Map(initial ? [[keyOf(initial), ok(initial.text)]] : []),
  );
  const { id, number } = wanted ?? { id: "", number: 0 };
  const key = keyOf({ id, number });
  const answer = wanted ? (answers.get(key) ?? null) : null;
  const isKnown = answer !== null;
  useEffect(() => {
    if (id === "" || isKnown) return;
    const controller = new AbortController();
    void readRevisionFile({ id, number }, controller.signal).then((read) => {
      if (!controller.signal.aborted) setAnswers((last) => new Map(last).set(keyOf({ id, number }), read));
    });
    return () => controller.abort();
  }, [id, number, isKnown]);
  const retry = () => setAnswers((last) => new Map([...last].filter(([each]) => each !== key)));
  return { answer, retry };
}

/** What can be chosen besides the newest; empty until it is known, or when it cannot be read. */
export function useRevisions(id: string | null): readonly RevisionLine[] {
  const [read, setRead] = useState<{ id: string; lines: readonly RevisionLine[] } | null>(null);
  useEffect(() => {
    if (id === null) return;
    const controller = new AbortController();
    void readRevisions(id, controller.signal).then((answer) => {
      if (answer.ok && !controller.signal.aborted) setRead({ id, lines: answer.value });
    });
    return () => controller.abort();
  }, [id]);
  return read?.id === id ? read.lines : [];
}
