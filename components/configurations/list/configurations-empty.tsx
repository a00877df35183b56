import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { pages } from "@/lib/domain/paths";

const sample = `mirrors:
  docker.io:
    endpoint:
      - "https://harbor.example.com"
    rewrite:
      "^library/(.*)": "dockerhub/library/$1"
`;

/** The first visit: what a configuration is, an example of one, and the ways to get one. */
export function ConfigurationsEmpty({ mayWrite, hasNodes }: { mayWrite: boolean; hasNodes: boolean }) {
  const t = useTranslations("configurations");
  return (
    <EmptyState
      title={t("empty.title")}
      sample={{ label: "registries.yaml", code: sample }}
      action={
        mayWrite ? (
          <>
            <LinkButton href={pages.importConfiguration()} variant="primary">
              {t("empty.import")}
            </LinkButton>
            {hasNodes ? (
              <LinkButton href={pages.importConfiguration("")}>{t("empty.fromNode")}</LinkButton>
            ) : null}
            <LinkButton href={pages.newConfiguration()}>{t("new")}</LinkButton>
          </>
        ) : null
      }
    >
      {t("empty.text")}
    </EmptyState>
  );
}
