import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Two steps: prove access to the server and become its administrator, then see whether the system is well. */
export function SetupFrame({ step, children }: { step: 1 | 2; children: ReactNode }) {
  const t = useTranslations("setup");
  return (
    <div className="w-full max-w-120 rounded-xl border border-line bg-sheet p-6 sm:p-8">
      <p className="text-faint text-sm tabular-nums">{t("step", { step, total: 2 })}</p>
      {children}
    </div>
  );
}
