"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { RegistryTest } from "./registry-test";
import type { Question } from "./run";
import { useTestPlaces } from "./test-places";

export type Testable = { key: string; name: string; about: string; question: () => Question };

/** A test of each of several addresses, where no field stands beside which it could be. */
export function TestList({ description, items }: { description: string; items: readonly Testable[] }) {
  const t = useTranslations("registrytest.list");
  const { mayTest } = useTestPlaces();
  if (!mayTest || items.length === 0) return null;
  return (
    <Card title={t("title")} description={description} flush>
      <ul className="divide-y divide-line">
        {items.map(({ key, name, about, question }) => (
          <li key={key} className="space-y-2 px-4 py-3">
            <p className="min-w-0">
              <code translate="no" className="text-code [overflow-wrap:anywhere]">
                {name}
              </code>
              <span className="ms-2 text-muted text-sm">{about}</span>
            </p>
            <RegistryTest name={name} question={question} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
