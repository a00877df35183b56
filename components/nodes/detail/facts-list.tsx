"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/time";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { clockDifference } from "../clock-difference";

/** One width for the terms of all groups. */
const wide = "sm:grid-cols-[10.5rem_1fr]!";

type FactsListProps = { facts: NodeFacts; seenAt: string };

const Code = ({ children }: { children: string }) => (
  <code className="text-code" translate="no">
    {children}
  </code>
);

/** Everything one look told, in three groups: the service, the file and the machine. */
export function FactsList({ facts, seenAt }: FactsListProps) {
  const t = useTranslations("nodes.facts");
  return (
    <div className="space-y-6">
      <Group title={t("service")}>
        <ServiceFacts facts={facts} />
      </Group>
      <Group title={t("file")}>
        <FileFacts facts={facts} />
      </Group>
      <Group title={t("machine")}>
        <MachineFacts facts={facts} seenAt={seenAt} />
      </Group>
    </div>
  );
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="space-y-2">
    <h3 className="font-semibold text-sm">{title}</h3>
    {children}
  </section>
);

/** A fact that is present, or the word for one that could not be told. */
function useShow() {
  const t = useTranslations("nodes.facts");
  const untold = <span className="text-faint">{t("untold")}</span>;
  return {
    code: (text: string | null) => (text ? <Code>{text}</Code> : untold),
    date: (end: { at: number } | null | undefined) =>
      end ? <Time value={new Date(end.at)} style="date" /> : untold,
    answer: (value: boolean | null, yes: string, no: string) =>
      value === null ? untold : t(value ? yes : no),
    untold,
  };
}

function ServiceFacts({ facts }: { facts: NodeFacts }) {
  const t = useTranslations("nodes");
  const { code, date, answer, untold } = useShow();
  const { distribution, role, unit, activeState, flags, certificates } = facts;
  const system = [
    flags.disableDefaultRegistryEndpoint ? "--disable-default-registry-endpoint" : "",
    flags.embeddedRegistry ? "--embedded-registry" : "",
    flags.systemDefaultRegistry ? `--system-default-registry=${flags.systemDefaultRegistry}` : "",
  ].filter(Boolean);
  return (
    <DefinitionList
      className={wide}
      facts={[
        {
          term: t("facts.distribution"),
          value: distribution ? t(`distributions.${distribution}`) : t("noService"),
        },
        { term: t("facts.role"), value: role ? t(`roles.${role}`) : untold },
        {
          term: t("facts.unit"),
          value: unit ? (
            <>
              <Code>{unit}</Code>
              {activeState ? ` (${activeState})` : null}
            </>
          ) : (
            untold
          ),
        },
        { term: t("facts.running"), value: code(facts.runningVersion) },
        { term: t("facts.installed"), value: code(facts.installedVersion) },
        { term: t("facts.ready"), value: answer(facts.ready, "isReady", "isNotReady") },
        { term: t("facts.containerd"), value: answer(facts.containerd, "answers", "silent") },
        {
          term: t("facts.flags"),
          value: system.length > 0 ? <Code>{system.join(" ")}</Code> : t("facts.noFlags"),
        },
        { term: t("facts.dataDir"), value: code(facts.dataDir) },
        { term: t("facts.certificates"), value: date(certificates?.leaf) },
        { term: t("facts.authority"), value: date(certificates?.authority) },
        { term: t("facts.proxies"), value: <Proxies proxies={facts.proxies} /> },
      ]}
    />
  );
}

function Proxies({ proxies }: Pick<NodeFacts, "proxies">) {
  const t = useTranslations("nodes.facts");
  if (proxies === undefined || proxies.length === 0)
    return proxies ? t("noProxies") : <span className="text-faint">{t("untold")}</span>;
  return proxies.map(({ name, value }) => (
    <span key={name} className="block">
      <Code>{`${name}=${value}`}</Code>
    </span>
  ));
}

function FileFacts({ facts }: { facts: NodeFacts }) {
  const t = useTranslations("nodes.facts");
  const { code } = useShow();
  const { registries, userTemplates } = facts;
  const present = [
    { term: t("mode"), value: <Code>{`${registries.mode ?? ""} ${registries.owner ?? ""}`.trim()}</Code> },
    {
      term: t("modified"),
      value: registries.modifiedAt === null ? "" : <Time value={new Date(registries.modifiedAt)} />,
    },
  ];
  return (
    <DefinitionList
      className={wide}
      facts={[
        { term: t("path"), value: code(facts.registriesPath) },
        { term: t("present"), value: t(registries.exists ? "exists" : "missing") },
        ...(registries.exists ? present : []),
        {
          term: t("templates"),
          value: userTemplates.length > 0 ? <Code>{userTemplates.join(" ")}</Code> : t("noTemplates"),
        },
      ]}
    />
  );
}

/** Gigabytes with one digit after the point, as df shows them to people. */
const gigabyte = 1024 ** 3;

function MachineFacts({ facts, seenAt }: FactsListProps) {
  const t = useTranslations("nodes.facts");
  const format = useFormatter();
  const { code, untold } = useShow();
  const clock = clockDifference(facts, seenAt);
  const clockText = clock > 0 ? "ahead" : "behind";
  return (
    <DefinitionList
      className={wide}
      facts={[
        { term: t("hostname"), value: code(facts.hostname) },
        { term: t("os"), value: [facts.os, facts.arch].filter(Boolean).join(", ") || untold },
        { term: t("privilege"), value: t(`privileges.${facts.privilege}`) },
        { term: t("manager"), value: facts.manager ?? untold },
        {
          term: t("free"),
          value:
            facts.freeBytes === null
              ? untold
              : t("gigabytes", {
                  size: format.number(facts.freeBytes / gigabyte, { maximumFractionDigits: 1 }),
                }),
        },
        {
          term: t("clock"),
          value: clock === 0 ? t("clockSame") : t(clockText, { seconds: Math.abs(clock) }),
        },
        { term: t("selinux"), value: facts.selinux ? t(`selinuxes.${facts.selinux}`) : t("noSelinux") },
        { term: t("rancher"), value: t(facts.rancherManaged ? "rancherYes" : "rancherNo") },
      ]}
    />
  );
}
