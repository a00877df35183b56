import { useTranslations } from "next-intl";

/** The mark: a path that is tried and falls back, ending at a node. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" className="shrink-0">
      <rect width="20" height="20" rx="5" fill="var(--fg)" />
      <path d="M6 5v6a3 3 0 0 0 3 3h5" stroke="var(--bg)" strokeWidth="2" strokeLinecap="round" />
      <path d="m11.5 11.5 2.5 2.5-2.5 2.5" stroke="var(--bg)" strokeWidth="2" strokeLinecap="round" />
      <circle cx="13.5" cy="6" r="1.75" fill="var(--bg)" />
    </svg>
  );
}

export function Brand() {
  const t = useTranslations("common");
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold text-base text-fg">
      <BrandMark />
      {t("productName")}
    </span>
  );
}
