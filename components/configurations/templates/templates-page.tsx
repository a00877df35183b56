"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { TemplatesForm, type TemplatesFormProps } from "./templates-form";
import type { TemplatesBase } from "./texts";

type TemplatesPageProps = Omit<TemplatesFormProps, "start" | "onReload"> & { stored: TemplatesBase };

/**
 * The templates of one configuration. Newer data from the server does not touch what is being typed: the page starts
 * over from it only when that was asked for.
 */
export function TemplatesPage({ stored, ...rest }: TemplatesPageProps) {
  const router = useRouter();
  const [start, setStart] = useState({ base: stored, round: 0 });
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    if (wanted === null || stored.number < wanted) return;
    setWanted(null);
    setStart((last) => ({ base: stored, round: last.round + 1 }));
  }, [wanted, stored]);
  return (
    <TemplatesForm
      {...rest}
      node={start.round === 0 ? rest.node : undefined}
      key={start.round}
      start={start.base}
      onReload={(number) => {
        setWanted(number);
        router.refresh();
      }}
    />
  );
}
