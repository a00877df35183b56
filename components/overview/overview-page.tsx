import { Rocket } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { pages } from "@/lib/domain/paths";
import { can, type Role } from "@/lib/domain/people/roles";
import { FirstSteps } from "./first-steps";
import { GroupCard } from "./group-card";
import { HandsCard } from "./hands-card";
import { NodeTiles } from "./node-tiles";
import { isSetUpFully, type Overview } from "./overview";
import { PushCard } from "./push-card";

export function OverviewPage({ overview, role }: { overview: Overview; role: Role }) {
  const t = useTranslations("overview");
  const { steps, nodes, groups, pushes, needingHands } = overview;
  const mayPush = can(role, "pushes:write");
  const canPush = mayPush && groups.some(({ configuration, nodeCount }) => configuration && nodeCount > 0);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          canPush ? (
            <LinkButton variant="primary" href={pages.newPush()} icon={<Rocket size={16} aria-hidden />}>
              {t("push")}
            </LinkButton>
          ) : undefined
        }
      />
      <div className="space-y-6">
        <HandsCard nodes={needingHands} />
        {isSetUpFully(steps) ? null : <FirstSteps steps={steps} role={role} />}
        {steps.nodes > 0 ? <NodeTiles nodes={nodes} /> : null}
        {groups.length > 0 ? <GroupCard groups={groups} mayPush={mayPush} /> : null}
        {pushes.length > 0 ? <PushCard pushes={pushes} /> : null}
      </div>
    </>
  );
}
