"use client";

import { useTranslations } from "next-intl";
import { useStepWords } from "@/components/registry-test/use-step-words";
import { Spinner } from "@/components/ui/spinner";
import type { Status } from "@/components/ui/status";
import { StatusBadge } from "@/components/ui/status-badge";
import { Time } from "@/components/ui/time";
import type { AnonymousAnswer, Probe } from "@/lib/domain/public-mirrors/probe";
import type { ProbeState } from "./use-probes";

const looks: Record<AnonymousAnswer, { status: Status; text: "open" | "token" | "login" | "failed" }> = {
  open: { status: "succeeded", text: "open" },
  token: { status: "succeeded", text: "token" },
  login: { status: "warning", text: "login" },
  none: { status: "failed", text: "failed" },
};

/** How far a probe has come, or what it measured. */
export function ProbeResult({ state }: { state: ProbeState | undefined }) {
  const t = useTranslations("mirrors");
  if (!state) return <span className="text-muted text-sm">{t("notProbed")}</span>;
  if ("error" in state)
    return <span className="text-error text-sm">{state.error.message || t("failed")}</span>;
  if ("probe" in state) return <Measured probe={state.probe} />;
  return (
    <span className="inline-flex items-center gap-2 text-muted text-sm">
      {state.state === "running" ? <Spinner /> : null}
      {t(state.state)}
    </span>
  );
}

function Measured({ probe }: { probe: Probe }) {
  const t = useTranslations("mirrors");
  const words = useStepWords({ node: null });
  const { status, text } = looks[probe.anonymous];
  return (
    <span className="block min-w-0 space-y-0.5 text-sm">
      <StatusBadge plain status={status} label={t(text)} />
      {probe.ms === null ? null : (
        <span className="block tabular-nums">{t("facts", { ms: probe.ms, tls: probe.tls })}</span>
      )}
      {probe.fault ? (
        <span className="block [overflow-wrap:anywhere]">{words(probe.fault).join(" ")}</span>
      ) : null}
      <span className="block text-muted">
        {t.rich("measured", { time: () => <Time value={probe.measuredAt} style="relative" /> })}
      </span>
    </span>
  );
}
