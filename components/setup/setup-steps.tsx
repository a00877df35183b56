"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AdminForm } from "./admin-form";
import { SystemCheck } from "./system-check";

/** Two steps: prove access to the server and become its first administrator, then see whether the system is well. */
export function SetupSteps() {
  const t = useTranslations("setup");
  const [step, setStep] = useState<1 | 2>(1);
  return (
    <div className="w-full max-w-120 rounded-xl border border-line bg-page p-6 sm:p-8">
      <p className="text-faint text-sm tabular-nums">{t("step", { step, total: 2 })}</p>
      {step === 1 ? <AdminForm onDone={() => setStep(2)} /> : <SystemCheck />}
    </div>
  );
}
