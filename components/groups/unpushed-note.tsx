import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { unpushedOf } from "@/lib/domain/groups/unpushed";
import type { GroupView } from "@/lib/domain/groups/views";
import { pages } from "@/lib/domain/paths";

type UnpushedNoteProps = {
  group: Pick<GroupView, "id" | "wantedRevision" | "newestRevision">;
  mayPush: boolean;
};

/** Under the revision that was pushed: that a newer one was saved, and the way to push it for who may. */
export function UnpushedNote({ group, mayPush }: UnpushedNoteProps) {
  const t = useTranslations("groups");
  const unpushed = unpushedOf(group);
  if (unpushed === null) return null;
  const text = t("unpushed", unpushed);
  return (
    <span className="block whitespace-normal text-muted text-sm">
      {mayPush ? <TextLink href={pages.newPush(group.id)}>{text}</TextLink> : text}
    </span>
  );
}
