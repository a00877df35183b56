"use client";

import { useCallback, useEffect, useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { type DraftKey, listDrafts, removeDraft, sweepDrafts } from "@/lib/client/draft-storage";
import { listOpenPages, untilPageCloses } from "@/lib/client/page-lock";
import { type Draft, mostDrafts, newestFirst } from "@/lib/domain/configurations/draft";
import type { ConfigurationView } from "@/lib/domain/configurations/views";
import { apis } from "@/lib/domain/paths";
import type { Definition } from "@/lib/domain/registries/schema";
import { type LostSecret, unveilSecrets } from "@/lib/domain/registries/veil";
import { ok, type Result } from "@/lib/domain/result";
import type { Base } from "../use-save";

type Kept = { key: DraftKey; draft: Draft };

/** A draft of an earlier page, with the revision it began from and all secrets that revision has. */
export type Offer = Kept & { base: Definition; mine: Definition; lost: LostSecret[] };

type Found = { closed: Kept[]; openPages: string[] };

/** Drafts of pages that are not open any more, newest first. What is of no use any more is removed. */
async function findDrafts([person, configuration, own]: DraftKey): Promise<Found> {
  await sweepDrafts(Date.now());
  const [kept, open] = await Promise.all([listDrafts(person, configuration), listOpenPages()]);
  if (!kept?.length) return { closed: [], openPages: [] };
  // Most visits find none, so what checks them is no part of the page.
  const { readDraft } = await import("@/lib/domain/configurations/read-draft");
  const drafts = kept.flatMap(({ key, value }) => {
    const draft = readDraft(value);
    return draft && key[2] !== own ? [{ key, draft }] : [];
  });
  const closed = newestFirst(drafts.filter(({ key }) => !open.has(key[2])));
  for (const { key } of closed.slice(mostDrafts)) void removeDraft(key);
  const openPages = drafts.map(({ key }) => key[2]).filter((page) => open.has(page));
  return { closed: closed.slice(0, mostDrafts), openPages };
}

async function baseOf({ baseNumber }: Draft, base: Base): Promise<Result<Definition, ApiError>> {
  if (base.id === null || baseNumber === base.number) return ok(base.definition);
  const path = apis.configuration(base.id, { revision: baseNumber });
  const read = await apiRequest<ConfigurationView>("GET", path);
  return read.ok ? ok(read.value.definition) : read;
}

/** A page that just crashed counts as open for a moment more, so those that are open are waited for. */
async function lookForDrafts(
  own: DraftKey,
  show: (kept: Kept[]) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { closed, openPages } = await findDrafts(own);
  if (signal.aborted) return;
  if (closed.length > 0) await show(closed);
  if (openPages.length === 0) return;
  await Promise.race(openPages.map((page) => untilPageCloses(page, signal)));
  if (!signal.aborted) await lookForDrafts(own, show, signal);
}

type Offered = { kept: Kept[]; offer: Offer | null; error: ApiError | undefined };

/** What may be restored on this page: one draft at a time. `base` is what the page began from. */
export function useOffers(own: DraftKey, base: Base) {
  const [offered, setOffered] = useState<Offered>({ kept: [], offer: null, error: undefined });
  // Only what was there before this page: its own work is no news.
  const [start] = useState({ own, base });
  const show = useCallback(
    async (kept: Kept[], stop?: AbortSignal) => {
      const [first] = kept;
      if (!first) {
        setOffered({ kept: [], offer: null, error: undefined });
        return;
      }
      const read = await baseOf(first.draft, start.base);
      if (stop?.aborted) return;
      if (!read.ok) setOffered({ kept, offer: null, error: read.error });
      else {
        const { definition: mine, lost } = unveilSecrets(first.draft.definition, read.value);
        setOffered({ kept, offer: { ...first, base: read.value, mine, lost }, error: undefined });
      }
    },
    [start],
  );
  useEffect(() => {
    const stop = new AbortController();
    void lookForDrafts(start.own, (kept) => show(kept, stop.signal), stop.signal);
    return () => stop.abort();
  }, [start, show]);

  /** Removes the draft that is offered, and offers the one before it. */
  const end = useCallback(async () => {
    const [first, ...rest] = offered.kept;
    if (first) await removeDraft(first.key);
    await show(rest);
  }, [offered.kept, show]);

  return { offer: offered.offer, error: offered.error, end };
}
