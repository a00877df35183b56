import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { RoleNote } from "@/components/nodes/role-note";
import { PageHeader } from "@/components/ui/page-header";
import type { StoredUsage } from "@/lib/domain/credentials/stored";
import { can, type Role } from "@/lib/domain/people/roles";
import { OnNodes } from "./on-nodes";
import { OutOfDate } from "./out-of-date";
import { UseTests } from "./use-tests";
import { VersionList } from "./version-list";
import { WhereUsed } from "./where-used";

type DetailPageProps = {
  /** What is stored: a registry login or a certificate. */
  stored: { name: string; version: number; usage: StoredUsage };
  description: string;
  /** For those who may write. */
  actions: ReactNode;
  role: Role;
  versions: ComponentProps<typeof VersionList>["versions"];
  /** What is known of the value itself. */
  children: ReactNode;
};

/** The page of one stored value: what is known of it, where it is used, and which nodes hold which version. */
export function DetailPage({ stored, description, actions, role, versions, children }: DetailPageProps) {
  const t = useTranslations("credentials.detail");
  const { name, version, usage } = stored;
  const canWrite = can(role, "credentials:write");
  return (
    <>
      <PageHeader
        title={name}
        description={description}
        crumbs={[{ label: name }]}
        actions={canWrite ? actions : undefined}
      />
      <RoleNote refusal={canWrite ? undefined : t("forbidden")} />
      <div className="space-y-5">
        <OutOfDate holdings={usage.holdings} newest={version} canPush={can(role, "pushes:write")} />
        {children}
        <WhereUsed uses={usage.uses} />
        <UseTests uses={usage.uses} />
        <OnNodes holdings={usage.holdings} newest={version} />
        <VersionList holdings={usage.holdings} versions={versions} />
      </div>
    </>
  );
}
