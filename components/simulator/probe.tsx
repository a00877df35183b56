"use client";

import { Radar } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, useContext, useId, useState } from "react";
import { RegistryTest } from "@/components/registry-test/registry-test";
import type { Question } from "@/components/registry-test/run";
import { useTestPlaces } from "@/components/registry-test/test-places";
import { Button } from "@/components/ui/button";
import { rootOf } from "./probe-question";

const ProbeContext = createContext<((url: string) => Question) | null>(null);
/** How an attempt becomes a question; without it nothing can be probed. */
export const ProbeProvider = ProbeContext;

type ProbeProps = { number: number; url: string };

/** Opens a real test beside what is simulated; what it measures stands apart and says so. */
export function Probe({ number, url }: ProbeProps) {
  const t = useTranslations("registrytest.from");
  const { mayTest } = useTestPlaces();
  const questionOf = useContext(ProbeContext);
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!mayTest || questionOf === null || !URL.canParse(url)) return null;
  return (
    <div className="space-y-2">
      <Button
        size="sm"
        variant="ghost"
        icon={<Radar size={14} aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        aria-label={t("probeNamed", { number })}
        onClick={() => setOpen(!open)}
      >
        {t(open ? "closeProbe" : "probe")}
      </Button>
      <div id={id} hidden={!open} className="space-y-2 rounded-md border border-info border-dashed p-3">
        <p className="text-muted text-sm">{t("probeNote")}</p>
        {open ? <RegistryTest name={rootOf(url)} question={() => questionOf(url)} /> : null}
      </div>
    </div>
  );
}
