import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { textTones } from "@/components/ui/badge";
import { type Status, statusLooks } from "@/components/ui/status";
import { StatusIcon } from "@/components/ui/status-icon";
import { pages } from "@/lib/domain/paths";
import type { Overview } from "./overview";

const tiles = [
  { key: "answering", status: "succeeded" },
  { key: "failing", status: "failed" },
  { key: "unchecked", status: "notChecked" },
] as const satisfies readonly { key: keyof Overview["nodes"]; status: Status }[];

/** Nodes by how the last look at them ended. */
export function NodeTiles({ nodes }: { nodes: Overview["nodes"] }) {
  const t = useTranslations("overview.nodes");
  return (
    <section aria-label={t("title")}>
      <ul className="grid gap-3 sm:grid-cols-3">
        {tiles.map(({ key, status }) => (
          <li key={key}>
            <AppLink
              href={pages.nodes()}
              className="block rounded-lg border border-line px-4 py-3 transition-colors hover:border-control"
            >
              <span
                className={clsx(
                  "flex items-center gap-1.5 text-sm",
                  nodes[key] > 0 ? textTones[statusLooks[status].tone] : "text-muted",
                )}
              >
                <StatusIcon status={status} />
                {t(key)}
              </span>
              <span className="mt-1 block font-semibold text-xl tabular-nums">{nodes[key]}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
