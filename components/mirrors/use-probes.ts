"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { askPatiently } from "@/components/registry-test/run";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { inParallel } from "@/lib/domain/in-parallel";
import { apis } from "@/lib/domain/paths";
import { type Probe, probeOf } from "@/lib/domain/public-mirrors/probe";
import type { PublicMirrorOffer } from "@/lib/domain/public-mirrors/schema";
import { testsAtOnce } from "@/lib/domain/registry-test/pace";
import type { RegistryTestResult } from "@/lib/domain/registry-test/result";

export type ProbeState = { state: "waiting" | "running" } | { probe: Probe } | { error: ApiError };
type Probed = Pick<PublicMirrorOffer, "id" | "address">;

const anonymously = (url: string) => ({
  kind: "draft",
  target: { url, login: null, tls: { ca: null, client: null, skipVerify: false } },
});

type Patience = { signal: AbortSignal; onPause: (seconds: number) => void };

async function probe(address: string, patience: Patience): Promise<ProbeState> {
  const at = { path: apis.registryTests(), signal: patience.signal };
  const ask = () => apiRequest<RegistryTestResult>("POST", at, anonymously(address));
  const answer = await askPatiently(ask, patience);
  return answer.ok ? { probe: probeOf(answer.value) } : { error: answer.error };
}

/** Probes mirrors from the server, a few at a time. What comes back is shown and not kept. */
export function useProbes() {
  const [states, setStates] = useState<ReadonlyMap<string, ProbeState>>(new Map());
  const [running, setRunning] = useState(0);
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);

  /** Answers how many of them answer anybody. */
  const start = useCallback(async (mirrors: readonly Probed[]): Promise<number> => {
    controller.current ??= new AbortController();
    const { signal } = controller.current;
    const set = (id: string, state: ProbeState) => setStates((known) => new Map(known).set(id, state));
    for (const { id } of mirrors) set(id, { state: "waiting" });
    setRunning((count) => count + mirrors.length);
    let answered = 0;
    await inParallel(mirrors, testsAtOnce, async ({ id, address }) => {
      if (signal.aborted) return;
      set(id, { state: "running" });
      const onPause = (seconds: number) => set(id, { state: seconds > 0 ? "waiting" : "running" });
      const end = await probe(address, { signal, onPause });
      if (signal.aborted) return;
      if ("probe" in end && ["open", "token"].includes(end.probe.anonymous)) answered += 1;
      set(id, end);
      setRunning((count) => count - 1);
    });
    return answered;
  }, []);

  return { states, running, start };
}
