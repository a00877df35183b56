import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";

/** A node that holds something else than its group wants. The word comes with it: the texts of drift are not on these pages. */
export type DiffersInWords = { id: string; word: string };

/** What differs, as the way to it. */
export const Differs = ({ id, word }: DiffersInWords) => (
  <TextLink href={pages.drift({ node: id })}>
    <StatusBadge status="drifted" label={word} plain />
  </TextLink>
);
