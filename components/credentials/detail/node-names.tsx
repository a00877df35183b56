import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";

const shown = 8;

/** Nodes as links; of many only their number, until the reader asks. */
export function NodeNames({ nodes }: { nodes: readonly Named[] }) {
  const t = useTranslations("credentials.detail");
  const links = (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {nodes.map(({ id, name }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          <TextLink href={pages.node(id)}>{name}</TextLink>
        </li>
      ))}
    </ul>
  );
  if (nodes.length <= shown) return links;
  return <Disclosure summary={t("nodes", { count: nodes.length })}>{links}</Disclosure>;
}
