"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Spinner } from "@/components/ui/spinner";
import { apiRequest } from "@/lib/client/api";
import type { NodeTemplate, TemplateFact } from "@/lib/domain/containerd-template/facts";
import type { Named } from "@/lib/domain/named";
import type { NodeFault, NodeView, TemplatesView } from "@/lib/domain/nodes/views";
import { apis, pages } from "@/lib/domain/paths";
import { useFaultWords } from "../use-fault-words";
import { TemplateItem } from "./template-item";

type TemplatesCardProps = {
  node: NodeView;
  refusal: string | undefined;
  /** The configuration that can take the templates over; none where the reader may not, or no group has one. */
  into: Named | null;
};

/** Reading the templates: what was read last, and why it could not be. */
function useTemplates(node: NodeView) {
  const t = useTranslations("nodetemplates");
  const announce = useAnnounce();
  const [read, setRead] = useState<TemplatesView>();
  const { pending, error, run } = useApiAction({ refresh: true });
  const show = () =>
    run(
      () => apiRequest<TemplatesView>("POST", apis.nodeTemplates(node.id)),
      (seen) => {
        setRead(seen);
        if (seen.ok) announce(t("read", { name: node.name }));
      },
    );
  return { read, pending, error, show };
}

/** Templates that stand in for what K3s writes for containerd, what they do, and on demand their text. */
export function TemplatesCard({ node, refusal, into }: TemplatesCardProps) {
  const t = useTranslations("nodetemplates");
  const { read, pending, error, show } = useTemplates(node);
  const { userTemplates = [], templates = [] } = node.check?.facts ?? {};
  const shown: (TemplateFact | NodeTemplate)[] = read?.ok ? read.templates : templates;
  const dropIns = userTemplates.filter((path) => !shown.some((template) => template.path === path));
  if (userTemplates.length === 0 && read === undefined) return null;
  const hasText = read?.ok === true;
  return (
    <Card
      title={t("title")}
      description={t("description")}
      actions={
        <>
          {into && shown.length > 0 ? <TakeOverLink nodeId={node.id} into={into} /> : null}
          <AllowedButton size="sm" pending={pending} refusal={refusal} onClick={() => void show()}>
            {t(hasText ? "showAgain" : "show")}
          </AllowedButton>
        </>
      }
    >
      <div className="space-y-5">
        <FormError error={error} />
        {pending ? (
          <p role="status" className="flex items-center gap-2 text-muted">
            <Spinner />
            {t("reading")}
          </p>
        ) : null}
        {read?.ok === false ? <Unreachable name={node.name} fault={read.fault} /> : null}
        {hasText && shown.length === 0 ? <p className="text-muted text-prose">{t("gone")}</p> : null}
        {shown.map((template) => (
          <TemplateItem key={template.path} template={template} />
        ))}
        {shown.length > 0 ? <p className="max-w-prose text-muted text-sm">{t("limits")}</p> : null}
        <DropIns paths={dropIns} />
      </div>
    </Card>
  );
}

function TakeOverLink({ nodeId, into: { id, name } }: { nodeId: string; into: Named }) {
  const t = useTranslations("nodetemplates");
  return (
    <LinkButton size="sm" href={pages.configurationTemplates(id, { node: nodeId })}>
      {t("takeOverInto", { name })}
    </LinkButton>
  );
}

function Unreachable({ name, fault }: { name: string; fault: NodeFault }) {
  const t = useTranslations("nodetemplates");
  const words = useFaultWords();
  return (
    <Banner kind="error" role="alert">
      {t("unreachable", { name, fault: words(fault, name).headline })}
    </Banner>
  );
}

function DropIns({ paths }: { paths: string[] }) {
  const t = useTranslations("nodetemplates");
  if (paths.length === 0) return null;
  return (
    <div className="space-y-1">
      <p className="text-muted text-prose">{t("dropIns")}</p>
      <ul>
        {paths.map((path) => (
          <li key={path}>
            <code className="text-code [overflow-wrap:anywhere]" translate="no">
              {path}
            </code>
          </li>
        ))}
      </ul>
    </div>
  );
}
