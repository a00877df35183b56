"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { placeOfUse, type StoredUse } from "@/lib/domain/credentials/stored";
import { pages } from "@/lib/domain/paths";

const grown = "max-md:h-auto";

/** Every place of a configuration that takes something from it; a link opens the card in the editor. */
export function WhereUsed({ uses }: { uses: StoredUse[] }) {
  const t = useTranslations("credentials.detail");
  const columns = useColumns();
  return (
    <Card title={t("whereUsed")} flush={uses.length > 0}>
      {uses.length === 0 ? (
        <p className="text-muted">{t("notUsed")}</p>
      ) : (
        <Table
          bare
          caption={t("whereUsed")}
          columns={columns}
          rows={uses}
          rowKey={({ configuration, revision, section, host }) =>
            JSON.stringify([configuration.id, revision, section, host])
          }
        />
      )}
    </Card>
  );
}

function useColumns(): Column<StoredUse>[] {
  const t = useTranslations("credentials.detail");
  return [
    {
      key: "place",
      className: grown,
      header: t("column.place"),
      primary: true,
      cell: (use) => (
        <span className="[overflow-wrap:anywhere]">
          {use.isNewest ? (
            <TextLink href={pages.configuration(use.configuration.id, { at: placeOfUse(use) })}>
              {use.configuration.name} · <Host use={use} />
            </TextLink>
          ) : (
            <TextLink href={pages.revisions(use.configuration.id, { show: use.revision })}>
              {use.configuration.name} · <Host use={use} />
            </TextLink>
          )}
        </span>
      ),
    },
    {
      key: "fields",
      className: grown,
      header: t("column.fields"),
      cell: ({ fields }) => <code className="text-code [overflow-wrap:anywhere]">{fields.join(", ")}</code>,
    },
    {
      key: "revision",
      className: grown,
      header: t("column.revision"),
      cell: (use) => <Revision use={use} />,
    },
  ];
}

function Host({ use: { section, host } }: { use: StoredUse }) {
  return <code className="text-code">{`${section}."${host}"`}</code>;
}

function Revision({ use: { revision, isNewest, groups } }: { use: StoredUse }) {
  const t = useTranslations("credentials.detail");
  return (
    <div className="space-y-0.5">
      <div>{isNewest ? t("newestRevision", { revision }) : t("olderRevision", { revision })}</div>
      {groups.map(({ id, name }) => (
        <div key={id} className="text-muted [overflow-wrap:anywhere]">
          {t.rich("wantedBy", {
            name,
            link: (text) => (
              <TextLink href={pages.group(id)} className="underline">
                {text}
              </TextLink>
            ),
          })}
        </div>
      ))}
    </div>
  );
}
