"use client";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Column } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { hasEnded, type TokenState, type TokenView } from "@/lib/domain/tokens/views";
import { RevokeToken } from "./revoke-token";

const tones: Record<TokenState, Tone> = {
  active: "ok",
  expired: "neutral",
  revoked: "neutral",
};

/** `withOwner` for who sees the tokens of others as well. */
export function useTokenColumns(withOwner: boolean): Column<TokenView>[] {
  const t = useTranslations("tokens");
  const owner: Column<TokenView> = {
    key: "owner",
    header: t("columns.owner"),
    cell: (token) => (
      <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 [overflow-wrap:anywhere]">
        {token.owner}
        {token.own ? <Badge tone="info">{t("you")}</Badge> : null}
      </span>
    ),
  };
  return [
    {
      key: "name",
      className: "max-md:h-auto",
      header: t("columns.name"),
      primary: true,
      cell: ({ name }) => <span className="block min-w-0 [overflow-wrap:anywhere]">{name}</span>,
    },
    ...(withOwner ? [owner] : []),
    {
      key: "scopes",
      className: "max-md:h-auto",
      header: t("columns.scopes"),
      cell: (token) => <Scopes token={token} />,
    },
    {
      key: "state",
      className: "max-md:h-auto",
      header: t("columns.state"),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
    },
    {
      key: "expires",
      header: t("columns.expires"),
      cell: (token) =>
        hasEnded(token) ? (
          <Time style="relative" value={token.revokedAt ?? token.expiresAt} />
        ) : (
          <Time style="ahead" value={token.expiresAt} />
        ),
    },
    {
      key: "used",
      header: t("columns.lastUsed"),
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? (
          <span className="text-muted">{t("neverUsed")}</span>
        ) : (
          <Time style="relative" value={lastUsedAt} />
        ),
    },
    {
      key: "actions",
      header: t("columns.actions"),
      headerHidden: true,
      align: "end",
      cell: (token) => (hasEnded(token) ? null : <RevokeToken token={token} />),
    },
  ];
}

function Scopes({ token: { scopes, withheld } }: { token: TokenView }) {
  const t = useTranslations("tokens");
  const effective = scopes.filter((scope) => !withheld.includes(scope));
  return (
    // Narrow beside the others, which would else be squeezed by a token of many scopes.
    <span className="block min-w-0 md:max-w-96">
      <code className="flex flex-wrap gap-x-2 text-code">
        {effective.map((scope) => (
          <span key={scope}>{scope}</span>
        ))}
      </code>
      {withheld.length > 0 ? (
        <span className="block text-muted">{t("withheld", { scopes: withheld.join(" ") })}</span>
      ) : null}
    </span>
  );
}
