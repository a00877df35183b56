"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AllowedButton } from "@/components/ui/allowed-button";
import { AllowedLink } from "@/components/ui/allowed-link";
import { useAnnounce } from "@/components/ui/announcer";
import { LinkButton } from "@/components/ui/link-button";
import { apiRequest } from "@/lib/client/api";
import { isSnoozed } from "@/lib/domain/drift/cards";
import { isDiffering } from "@/lib/domain/drift/states";
import type { DriftCard } from "@/lib/domain/drift/views";
import { apis, pages } from "@/lib/domain/paths";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { CheckButton } from "./check-button";
import { SnoozeButton } from "./snooze-button";

/** Why the reader may not, in words; undefined where they may. */
export type DriftRights = {
  mayCheck: string | undefined;
  mayDecide: string | undefined;
  /** Besides: a lock keeps from pushing alone. */
  mayPush: string | undefined;
  /** Whether the reader may take a file of a node over into a definition. */
  mayAdopt: boolean;
};

type DriftActionsProps = { card: DriftCard; diff: NodeDiff | null; rights: DriftRights };

/** The ways on from one state: bring what is wanted, adopt what is there, snooze it, decide about a new host key, or look again. */
export function DriftActions({ card, diff, rights }: DriftActionsProps) {
  const t = useTranslations("drift.actions");
  const { state, nodes } = card;
  const [first] = nodes;
  const isPushed = isDiffering(state) || state === "pending-restart";
  const { group, wanted } = first ?? { group: null, wanted: null };
  return (
    <>
      {isPushed && group && wanted && rights.mayDecide === undefined ? (
        <AllowedLink
          size="sm"
          href={pages.newPush(group.id, { rev: wanted.number })}
          refusal={rights.mayPush}
        >
          {t(state === "pending-restart" ? "restart" : "push", { number: wanted.number })}
        </AllowedLink>
      ) : null}
      {state === "drifted" && rights.mayAdopt ? <Adopt card={card} diff={diff} /> : null}
      {state === "identity-changed" && first ? (
        <LinkButton size="sm" href={pages.node(first.id)}>
          {t("identity")}
        </LinkButton>
      ) : null}
      {isDiffering(state) ? <SnoozeOrWake card={card} refusal={rights.mayDecide} /> : null}
      {wanted ? <CheckButton nodes={nodes} refusal={rights.mayCheck} /> : null}
    </>
  );
}

/** Takes over what of the node differs: its file, its templates, or both. */
function Adopt({ card, diff }: Omit<DriftActionsProps, "rights">) {
  const t = useTranslations("drift.actions");
  const [node] = card.nodes;
  if (!node) return null;
  const configuration = node.wanted?.configuration.id;
  const ofFile = diff === null || diff.unreadable || diff.lines.length > 0;
  const ofTemplates = (diff?.templates ?? []).length > 0;
  return (
    <>
      {ofFile ? (
        <LinkButton size="sm" href={pages.importConfiguration(node.id, configuration)}>
          {t("adopt")}
        </LinkButton>
      ) : null}
      {ofTemplates && configuration ? (
        <LinkButton size="sm" href={pages.configurationTemplates(configuration, { node: node.id })}>
          {t("adoptTemplate")}
        </LinkButton>
      ) : null}
    </>
  );
}

function SnoozeOrWake({ card, refusal }: { card: DriftCard; refusal: string | undefined }) {
  const t = useTranslations("drift.actions");
  const router = useRouter();
  const announce = useAnnounce();
  const nodeIds = card.nodes.map(({ id }) => id);
  if (!isSnoozed(card)) return <SnoozeButton nodeIds={nodeIds} refusal={refusal} />;
  async function wake() {
    const result = await apiRequest("DELETE", apis.snoozeDrift(), { nodeIds });
    announce(result.ok ? t("woken") : result.error.message);
    router.refresh();
  }
  return (
    <AllowedButton size="sm" refusal={refusal} onClick={() => void wake()}>
      {t("wake")}
    </AllowedButton>
  );
}
