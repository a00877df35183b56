"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useDocument } from "./document/definition-document";
import { useGoTo } from "./findings/use-go-to";

type SameNameProps = { list: "mirrors" | "registryHosts"; index: number };

/** The way to the entry that had this name first, where one name stands twice. */
export function SameName({ list, index }: SameNameProps) {
  const t = useTranslations("editor");
  const { mirrors, registryHosts } = useDocument().form;
  const goTo = useGoTo();
  const names = list === "mirrors" ? mirrors.map(({ name }) => name) : registryHosts.map(({ host }) => host);
  const name = names[index] ?? "";
  const first = names.indexOf(name);
  if (!name || first === index) return null;
  const key = list === "mirrors" ? "name" : "host";
  const show = () => goTo({ field: `definition.${list}.${first}.${key}`, part: `${list}/${first}` });
  return (
    <Button size="sm" onClick={show}>
      {t("showFirst", { name })}
    </Button>
  );
}
