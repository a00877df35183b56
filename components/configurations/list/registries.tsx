import { useTranslations } from "next-intl";

/** The first two registries of a configuration and how many more there are. */
export function Registries({ names }: { names: readonly string[] }) {
  const t = useTranslations("configurations");
  const shown = names.slice(0, 2);
  if (shown.length === 0) return <span className="text-faint">{t("noRegistries")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {shown.map((name) => (
        <code key={name} translate="no" className="text-code [overflow-wrap:anywhere]">
          {name}
        </code>
      ))}
      {names.length > 2 ? <span className="text-muted">{t("more", { count: names.length - 2 })}</span> : null}
    </span>
  );
}
