"use client";
import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { readAuthority } from "@/lib/domain/nodes/host-authority";

/** What was pasted: its fingerprint, to be compared, or what it is instead. */
export function AuthorityPreview({ read }: { read: ReturnType<typeof readAuthority> }) {
  const t = useTranslations("hostauthorities");
  const issues = useTranslations("issues");
  return (
    <div role="status">
      {read.ok ? (
        <DefinitionList
          facts={[
            {
              term: t("fingerprint"),
              value: (
                <code className="font-semibold text-code [overflow-wrap:anywhere]">
                  {read.value.fingerprint}
                </code>
              ),
            },
            { term: t("algorithm"), value: <code className="text-code">{read.value.algorithm}</code> },
          ]}
        />
      ) : (
        <p className="text-error text-sm">{issues(read.error)}</p>
      )}
    </div>
  );
}
