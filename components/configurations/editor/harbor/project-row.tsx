"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldError } from "@/components/fields/field-frame";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import type { HarborProject } from "@/lib/domain/harbor/reading";
import { RobotList } from "./robot-list";
import type { ProjectSelection } from "./use-selection";

type ProjectRowProps = {
  project: HarborProject;
  now: number;
  selection: ProjectSelection;
  /** Faults are shown once it was tried. */
  tried: boolean;
};

/** One project: what it is, its robot accounts, and once it is chosen, what it serves. */
export function ProjectRow({ project, now, selection, tried }: ProjectRowProps) {
  const t = useTranslations("harbor");
  const { name, isPublic, proxy, robots } = project;
  const text = selection.selection.get(name);
  const asks = text !== undefined && (proxy?.registry ?? null) === null;
  return (
    <li className="space-y-2 px-3 py-2">
      <Checkbox
        checked={text !== undefined}
        onChange={() => selection.toggle(project)}
        label={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <code className="text-code [overflow-wrap:anywhere]">{name}</code>
            <Badge>{isPublic ? t("public") : t("private")}</Badge>
            {proxy ? (
              <Badge tone="info">
                {proxy.registry ? t("proxyOf", { registry: proxy.registry }) : t("proxyUnknown")}
              </Badge>
            ) : null}
          </span>
        }
      />
      <div className="space-y-2 ps-6.5">
        {robots.state === "seen" ? <RobotList robots={robots.list} now={now} /> : null}
        {asks ? <Registries project={project} text={text} selection={selection} tried={tried} /> : null}
      </div>
    </li>
  );
}

type RegistriesProps = Omit<ProjectRowProps, "now"> & { text: string };

function Registries({ project: { name, proxy }, text, selection, tried }: RegistriesProps) {
  const t = useTranslations("harbor");
  const issues = useTranslations("issues");
  const id = useId();
  const fault = selection.faults.get(name);
  const error = fault && (tried || text !== "") ? { type: fault, message: issues(fault) } : undefined;
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block text-sm">
        {t("registries", { project: name })}
      </label>
      <TextInput
        id={id}
        mono
        autoComplete="off"
        placeholder="docker.io"
        value={text}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        onChange={(event) => selection.type(name, event.target.value)}
      />
      <FieldError id={`${id}-error`} error={error} />
      <p id={`${id}-hint`} className="text-muted text-sm">
        {proxy ? `${t("proxyUnknownHint")} ` : null}
        {t("registriesHint")}
      </p>
    </div>
  );
}
