"use client";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { RowMenu } from "@/components/ui/row-menu";
import type { Column } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { PersonView } from "@/lib/domain/people/views";
import type { Opened } from "./opened-dialog";

type Choose = (chosen: Extract<Opened, { person: PersonView }>) => void;
type State = "active" | "waiting" | "over" | "disabled";

const tones: Record<State, Tone> = { active: "ok", waiting: "info", over: "warn", disabled: "neutral" };

function stateOf({ disabled, mustChangePassword, oneTimePasswordOver }: PersonView): State {
  if (disabled) return "disabled";
  if (oneTimePasswordOver) return "over";
  return mustChangePassword ? "waiting" : "active";
}

export function usePersonColumns(choose: Choose): Column<PersonView>[] {
  const t = useTranslations("people");
  const roles = useTranslations("shell.roles");
  return [
    {
      key: "name",
      // Cells of several lines grow on small screens, where the table is a list of cards.
      className: "max-md:h-auto",
      header: t("columns.name"),
      primary: true,
      cell: (person) => <PersonName person={person} />,
    },
    { key: "role", header: t("columns.role"), cell: ({ role }) => roles(role) },
    {
      key: "state",
      header: t("columns.state"),
      cell: (person) => <Badge tone={tones[stateOf(person)]}>{t(`states.${stateOf(person)}`)}</Badge>,
    },
    {
      key: "login",
      header: t("columns.lastLogin"),
      cell: ({ lastLoginAt }) =>
        lastLoginAt === null ? (
          <span className="text-muted">{t("never")}</span>
        ) : (
          <Time style="relative" value={lastLoginAt} />
        ),
    },
    {
      key: "actions",
      header: t("columns.actions"),
      headerHidden: true,
      align: "end",
      cell: (person) => (person.own ? null : <PersonMenu person={person} choose={choose} />),
    },
  ];
}

function PersonName({ person: { name, username, own } }: { person: PersonView }) {
  const t = useTranslations("people");
  return (
    <span className="block min-w-0 [overflow-wrap:anywhere]">
      <span className="inline-flex flex-wrap items-center gap-2">
        {name}
        {own ? <Badge tone="info">{t("you")}</Badge> : null}
      </span>
      {name === username ? null : (
        <span className="block font-mono font-normal text-code text-muted">{username}</span>
      )}
    </span>
  );
}

function PersonMenu({ person, choose }: { person: PersonView; choose: Choose }) {
  const t = useTranslations("people");
  const kinds = ["role", "reset", person.disabled ? "enable" : "disable", "delete"] as const;
  const labels = {
    role: "changeRole",
    reset: "reset",
    enable: "enable",
    disable: "disable",
    delete: "delete",
  } as const;
  return (
    <RowMenu
      label={t("menu", { name: person.name })}
      actions={kinds.map((kind) => ({
        label: t(labels[kind]),
        onSelect: () => choose({ kind, person }),
        danger: kind === "disable" || kind === "delete",
      }))}
    />
  );
}
