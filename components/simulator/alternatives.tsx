"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { Attempt } from "@/lib/domain/registries/explain/explanation";
import { rich } from "./rich";

/** Things that have no other identity than their place. */
const numbered = <Item,>(items: readonly Item[]) => items.map((item, index) => ({ number: index + 1, item }));

/** What containerd may do instead, where it chooses at random. */
export function Alternatives({ lists }: { lists: readonly (readonly Attempt[])[] }) {
  const t = useTranslations("simulator.result");
  if (lists.length === 0) return null;
  return (
    <Card title={t("alternatives", { count: lists.length })} description={t("alternativesText")}>
      <ul className="space-y-2">
        {numbered(lists).map(({ number, item }) => (
          <li key={number}>
            <Disclosure summary={t("alternative", { number })}>
              <AttemptUrls attempts={item} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AttemptUrls({ attempts }: { attempts: readonly Attempt[] }) {
  const t = useTranslations("simulator.attempts");
  return (
    <ol className="list-decimal space-y-2 ps-5 text-sm">
      {numbered(attempts).map(({ number, item: { url, rewrite } }) => (
        <li key={number}>
          {rich.code(url)}
          {rewrite ? (
            <span className="block text-muted">{t.rich("rewriteText", { ...rewrite, ...rich })}</span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
