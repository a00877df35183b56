import { TextLink } from "@/components/ui/text-link";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";

const shownNodes = 3;

type UsedByProps = { nodes: readonly Named[]; unused: string; count: string };

/** How many nodes something stands behind, and the first of them. */
export function UsedBy({ nodes, unused, count }: UsedByProps) {
  if (nodes.length === 0) return <span className="text-muted">{unused}</span>;
  return (
    <span className="break-words">
      {count}
      <span className="block">
        {nodes.slice(0, shownNodes).map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 ? ", " : null}
            <TextLink href={pages.node(id)}>{name}</TextLink>
          </span>
        ))}
        {nodes.length > shownNodes ? " …" : null}
      </span>
    </span>
  );
}
