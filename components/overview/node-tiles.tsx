import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { textTones } from "@/components/ui/badge";
import { type Status, statusLooks } from "@/components/ui/status";
import { StatusIcon } from "@/components/ui/status-icon";
import { pages } from "@/lib/domain/paths";
import type { Overview } from "./overview";

const tiles = [
  { key: "inSync", status: "inSync", state: "in-sync" },
  { key: "drifted", status: "drifted", state: undefined },
  { key: "pendingRestart", status: "pendingRestart", state: "pending-restart" },
  { key: "unknown", status: "notChecked", state: undefined },
] as const satisfies readonly { key: keyof Overview["nodes"]; status: Status; state: string | undefined }[];

/** Nodes by how they stand to what is wanted, each a way to the page that says more. */
export function NodeTiles({ nodes }: { nodes: Overview["nodes"] }) {
  const t = useTranslations("overview.nodes");
  return (
    <section aria-label={t("title")}>
      <ul className="grid gap-3 grid-cols-2 lg:grid-cols-4">
        {tiles.map(({ key, status, state }) => (
          <li key={key}>
            <AppLink
              href={pages.drift({ state })}
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
