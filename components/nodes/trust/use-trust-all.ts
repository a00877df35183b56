"use client";
import { useState } from "react";
import { type ApiError, apiRequest, requestsAtOnce } from "@/lib/client/api";
import { inParallel } from "@/lib/domain/in-parallel";
import type { Named } from "@/lib/domain/named";
import type { HostKeyOffer } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";

export type TrustRow = {
  node: Named;
  offer: HostKeyOffer | null;
  error: ApiError | null;
  /** `changed`: another key is known at this address, which only the page of the node can replace. */
  state: "asking" | "offered" | "trusting" | "trusted" | "changed" | "failed";
};

/** First contacts side by side: asks each machine for its key, then trusts each by the fingerprint that was shown. */
export function useTrustAll(onTrusted: () => void) {
  const [rows, setRows] = useState<TrustRow[]>([]);
  const [busy, setBusy] = useState(false);
  const change = (id: string, part: Partial<TrustRow>) =>
    setRows((last) => last.map((row) => (row.node.id === id ? { ...row, ...part } : row)));

  async function ask(nodes: readonly Named[]) {
    setBusy(true);
    setRows(nodes.map((node) => ({ node, offer: null, error: null, state: "asking" })));
    await inParallel(nodes, requestsAtOnce, async ({ id }) => {
      const result = await apiRequest<HostKeyOffer>("GET", apis.nodeHostKey(id));
      if (!result.ok) return change(id, { error: result.error, state: "failed" });
      const { trusted, fingerprint, certificate } = result.value;
      const isOther = trusted !== null && trusted.fingerprint !== fingerprint && !certificate?.ok;
      change(id, { offer: result.value, state: isOther ? "changed" : "offered" });
    });
    setBusy(false);
  }

  async function trust(wanted: readonly TrustRow[]) {
    setBusy(true);
    await inParallel(
      wanted.filter(({ state }) => state === "offered"),
      requestsAtOnce,
      async ({ node: { id }, offer }) => {
        change(id, { state: "trusting" });
        const by = offer?.certificate?.ok ? "authority" : "person";
        const body = { fingerprint: offer?.fingerprint, by };
        const result = await apiRequest("POST", apis.nodeHostKey(id), body);
        change(id, result.ok ? { state: "trusted" } : { state: "failed", error: result.error });
      },
    );
    setBusy(false);
    onTrusted();
  }

  return { rows, busy, ask, trust };
}
