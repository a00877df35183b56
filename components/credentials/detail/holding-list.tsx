import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { HoldingLine } from "@/lib/domain/credentials/stored";
import { pages } from "@/lib/domain/paths";
import { NodeNames } from "./node-names";

/** Which nodes hold which version, a group at a time. */
export function HoldingList({ lines }: { lines: readonly HoldingLine[] }) {
  const t = useTranslations("credentials.detail");
  return (
    <ul className="space-y-2">
      {lines.map(({ group, version, nodes }) => (
        <li key={`${group?.id ?? ""} ${version}`} className="space-y-0.5">
          <p>
            {group ? (
              <TextLink href={pages.group(group.id)} className="underline">
                {group.name}
              </TextLink>
            ) : (
              t("noGroup")
            )}
            {" · "}
            {t("holding", { count: nodes.length, version })}
          </p>
          <NodeNames nodes={nodes} />
        </li>
      ))}
    </ul>
  );
}
