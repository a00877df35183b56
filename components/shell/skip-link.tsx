import { useTranslations } from "next-intl";

export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#content"
      className="fixed start-3 top-2 z-50 inline-flex -translate-y-16 items-center pointer-coarse:min-h-11 rounded-md border border-line bg-float px-3 py-2 font-medium focus:translate-y-0"
    >
      {t("skip")}
    </a>
  );
}
