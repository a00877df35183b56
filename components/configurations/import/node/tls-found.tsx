"use client";

import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { TlsOutlook } from "@/lib/domain/node-files/views";

/** What stands in TLS files of a node: the facts of the certificate, or why it cannot be stored. */
export function TlsFound({ unit }: { unit: TlsOutlook }) {
  const t = useTranslations("nodefile.tls");
  const { take, unread, refused } = unit;
  if (take) {
    const { facts } = take;
    return (
      <div className="space-y-0.5">
        <p className="[overflow-wrap:anywhere]">{facts.subject}</p>
        <p className="text-muted text-sm">
          {t(facts.kind)} ·{" "}
          {t.rich("validUntil", { time: () => <Time value={facts.notAfter} style="date" /> })}
        </p>
      </div>
    );
  }
  if (refused) return <Refused refused={refused} />;
  return unread.map(({ path, state }) => (
    <p key={path} className="[overflow-wrap:anywhere]">
      {t(`unread.${state}`, { path })}
    </p>
  ));
}

/** The words of an uploaded certificate fit most refusals; where they ask for input, a node's file has its own. */
function Refused({ refused: { code, params } }: { refused: NonNullable<TlsOutlook["refused"]> }) {
  const own = useTranslations("nodefile.tls.refused");
  const issues = useTranslations("issues");
  return (
    <p className="[overflow-wrap:anywhere]">
      {own.has(code) ? own(code, { ...params }) : issues(code, { ...params })}
    </p>
  );
}
