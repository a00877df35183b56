"use client";
import { Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type LeftOut, leftKinds } from "@/lib/domain/inventory/inventory";

const most = 20;
const kinds = ["bad", "skipped", "note"] as const;

/** What of an inventory makes no node or is not taken over, each with its place and the reason. */
export function LeftOutLists({ left }: { left: readonly LeftOut[] }) {
  return kinds.map((kind) => (
    <LeftOutList key={kind} kind={kind} left={left.filter(({ code }) => leftKinds[code] === kind)} />
  ));
}

function LeftOutList({ kind, left }: { kind: (typeof kinds)[number]; left: LeftOut[] }) {
  const t = useTranslations("inventory");
  if (left.length === 0) return null;
  const Icon = kind === "bad" ? TriangleAlert : Info;
  return (
    <details open={kind === "bad"} className="max-w-200 text-sm">
      <summary className={kind === "bad" ? "cursor-pointer text-warn" : "cursor-pointer text-muted"}>
        <Icon size={14} aria-hidden className="me-1.5 inline-block align-[-2px]" />
        {t(`${kind}Title`, { count: left.length })}
      </summary>
      <ul className="mt-1.5 space-y-1 ps-5">
        {left.slice(0, most).map(({ line, text, code }) => (
          <li key={`${line} ${code} ${text}`} className="[overflow-wrap:anywhere]">
            {line === null ? null : `${t("line", { line })} `}
            {text ? <code className="text-code">{text}</code> : null}
            <span className="block text-muted">{t(`reasons.${code}`)}</span>
          </li>
        ))}
      </ul>
      {left.length > most ? (
        <p className="ps-5 text-muted">{t("more", { count: left.length - most })}</p>
      ) : null}
    </details>
  );
}
