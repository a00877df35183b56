"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { FilterInput } from "@/components/ui/filter-input";
import { Time } from "@/components/ui/time";
import type { HarborAnswer, HarborProject, HarborReading } from "@/lib/domain/harbor/reading";
import { ProjectRow } from "./project-row";
import type { ProjectSelection } from "./use-selection";

type ProjectListProps = {
  answer: HarborAnswer & { reading: HarborReading };
  /** What is chosen of it, and whether adding was tried. */
  selection: ProjectSelection;
  tried: boolean;
  /** Whether a stored login goes into the file for private projects. */
  hasLogin: boolean;
};

const mostShown = 100;
const filterFrom = 8;

/** Proxy caches first: they are what is looked for. */
const inOrder = (projects: readonly HarborProject[]) =>
  projects.toSorted((one, other) => Number(one.proxy === null) - Number(other.proxy === null));

/** The projects that Harbor shows, to choose from. */
export function ProjectList({ answer, selection, tried, hasLogin }: ProjectListProps) {
  const t = useTranslations("harbor");
  const [filter, setFilter] = useState("");
  const { projects } = answer.reading;
  if (projects.length === 0) {
    return (
      <Banner kind="info" title={t("noneTitle")}>
        {t("noneText")}
      </Banner>
    );
  }
  const found = inOrder(projects).filter(({ name }) => name.includes(filter.trim().toLowerCase()));
  const hidden = found.length - mostShown;
  return (
    <section aria-label={t("projects")} className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">{t("projects")}</h3>
        {projects.length >= filterFrom ? (
          <FilterInput label={t("filter")} value={filter} onChange={setFilter} />
        ) : null}
      </div>
      {found.length === 0 ? <p className="text-muted text-sm">{t("noMatch")}</p> : null}
      <ul className="max-h-80 divide-y divide-line overflow-y-auto rounded-lg border border-line">
        {found.slice(0, mostShown).map((project) => (
          <ProjectRow
            key={project.id}
            project={project}
            now={Date.parse(answer.measuredAt)}
            selection={selection}
            tried={tried}
          />
        ))}
      </ul>
      <Chosen selection={selection} hasLogin={hasLogin} />
      <div className="text-muted text-sm">
        {hidden > 0 ? <p>{t("more", { count: hidden })}</p> : null}
        <Facts answer={answer} />
      </div>
    </section>
  );
}

function Chosen({ selection, hasLogin }: Pick<ProjectListProps, "selection" | "hasLogin">) {
  const t = useTranslations("harbor");
  const format = useFormatter();
  const { clash, picks } = selection;
  const needsLogin = !hasLogin && picks.some(({ isPublic }) => !isPublic);
  return (
    <>
      <p className="text-sm">{t("chosen", { count: selection.selection.size })}</p>
      {clash ? (
        <Banner kind="error" role="alert">
          {t("clash", { projects: format.list(clash.projects), registry: clash.registry })}
        </Banner>
      ) : null}
      {needsLogin ? <Banner kind="warn">{t("privateHint")}</Banner> : null}
    </>
  );
}

function Facts({ answer }: Pick<ProjectListProps, "answer">) {
  const t = useTranslations("harbor");
  const { version, projects, cut, unread } = answer.reading;
  const has = (state: string) => projects.some(({ robots }) => robots.state === state);
  return (
    <>
      {has("hidden") ? <p>{t("robotsHidden")}</p> : null}
      {has("not-asked") ? <p>{t("robotsNotAsked")}</p> : null}
      {cut ? <p>{t("cut")}</p> : null}
      {unread > 0 ? <p>{t("unread", { count: unread })}</p> : null}
      <p>
        {version ? `${t("version", { version })} · ` : null}
        {t.rich("measured", { time: () => <Time value={answer.measuredAt} /> })}
        {answer.access === "none" ? ` ${t("asNobody")}` : null}
      </p>
    </>
  );
}
