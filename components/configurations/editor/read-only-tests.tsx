"use client";

import { useTranslations } from "next-intl";
import { type Testable, TestList } from "@/components/registry-test/test-list";
import { urlOfHost } from "@/lib/domain/registry-test/target";
import { useEditorForm } from "./editor-form";
import { isAskable, useQuestion } from "./endpoint-test";

/** The tests of a configuration that can only be read: the fields they stand beside are locked as a whole. */
export function ReadOnlyTests() {
  const t = useTranslations("registrytest.list");
  const { getValues } = useEditorForm();
  const questionOf = useQuestion();
  const { mirrors, registryHosts } = getValues("definition");
  const endpoints = mirrors.flatMap(({ name, endpoints: each }) =>
    (each ?? []).map(({ url }) => ({ url, about: t("endpoint", { mirror: name }) })),
  );
  const hosts = registryHosts
    .filter(({ host }) => isAskable(host))
    .map(({ host }) => ({ name: host, url: urlOfHost(host, mirrors) }));
  const items: Testable[] = [
    ...endpoints
      .filter(({ url }) => url.trim() !== "")
      .map(({ url, about }, index) => ({
        key: `e${index}`,
        name: url,
        about,
        question: () => questionOf(url),
      })),
    ...hosts.map(({ name, url }, index) => ({
      key: `h${index}`,
      name,
      about: t("host"),
      question: () => questionOf(url),
    })),
  ];
  return <TestList description={t("text")} items={items} />;
}
