import type { AuditResult } from "./actions";

export type AuditTarget = { type: string; id: string; name: string };

/** A fact that an event tells besides; `value` is null where there is nothing to tell. */
export type AuditFact = { name: string; value: string | null };

export type AuditView = {
  id: number;
  at: string;
  actorName: string;
  address: string | null;
  /** One of the known ones, or what another version wrote. */
  action: string;
  result: AuditResult;
  /** `href` leads to its page, as long as there is one. */
  target: (AuditTarget & { href: string | null }) | null;
  facts: AuditFact[];
  digest: string | null;
};

/** Newest first; `older` is where the next page begins. */
export type AuditPage = { events: AuditView[]; older: number | null };
