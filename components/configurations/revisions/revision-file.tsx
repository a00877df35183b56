import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { YamlView } from "@/components/configurations/yaml-view";
import { buttonStyle } from "@/components/ui/button-style";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { apis } from "@/lib/domain/paths";

type RevisionFileProps = { id: string; number: number; text: string };

/** The file of one revision, as it was saved. */
export function RevisionFile({ id, number, text }: RevisionFileProps) {
  const t = useTranslations("revisions");
  return (
    <Card
      title={t("fileOf", { number })}
      flush
      className="overflow-hidden"
      actions={
        <>
          <a
            href={`${apis.registriesYaml(id)}?revision=${number}`}
            download
            className={buttonStyle({ size: "sm" })}
          >
            <Download size={14} aria-hidden />
            {t("download")}
          </a>
          <CopyButton text={text} labelled />
        </>
      }
    >
      <YamlView text={text} label={t("fileOf", { number })} className="max-h-[70vh] bg-subtle" />
    </Card>
  );
}
