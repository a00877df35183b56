"use client";
import { useTranslations } from "next-intl";
import { Spinner } from "./spinner";

/** What was pressed is on its way; shown only where it takes long enough to be wondered about. */
export function Coming() {
  const t = useTranslations("common");
  return (
    <p
      role="status"
      className="fixed inset-x-0 top-[10vh] z-50 mx-auto flex w-fit animate-late items-center gap-2 rounded-lg border border-line bg-float px-4 py-2 shadow-float"
    >
      <Spinner />
      {t("loading")}
    </p>
  );
}
