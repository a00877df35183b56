import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import type { AuditView } from "@/lib/domain/audit/views";

/** Where it stands in the chain, and the facts that were written with it under the names they have there. */
export function EventDetails({ event: { id, digest, facts } }: { event: AuditView }) {
  const t = useTranslations("audit");
  return (
    <Disclosure
      summary={
        <>
          <span aria-hidden>{t("details")}</span>
          <span className="sr-only">{t("detailsOf", { id })}</span>
        </>
      }
    >
      <DefinitionList
        className="text-sm"
        facts={[
          { term: t("number"), value: id },
          {
            term: t("digest"),
            value: digest === null ? t("noDigest") : <code className="text-code">{digest}</code>,
          },
          ...facts.map(({ name, value }) => ({ term: name, value: value ?? t("nothing") })),
        ]}
      />
    </Disclosure>
  );
}
