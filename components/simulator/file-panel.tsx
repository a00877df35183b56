"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type SyntheticEvent, useEffect, useState } from "react";
import { YamlView } from "@/components/configurations/yaml-view";
import { TextLink } from "@/components/ui/text-link";

type FilePanelProps = {
  label: string;
  text: string;
  lines: ReadonlySet<number>;
  /** The line that was asked for; `turn` tells one wish from the next for the same line. */
  focus: { line: number; last: number; turn: number } | null;
  editorHref: string | null;
};

const Lines = memo(YamlView);

/** The file with the lines that decide. */
export function FilePanel({ label, text, lines, focus, editorHref }: FilePanelProps) {
  const t = useTranslations("simulator.file");
  const [open, setOpen] = useState(true);
  useEffect(() => {
    if (focus) setOpen(true);
  }, [focus]);
  const first = lines.size === 0 ? undefined : Math.min(...lines);
  const marked = focus ? { first: focus.line, last: focus.last } : first && { first, last: first };
  const toggle = (event: SyntheticEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open);
  return (
    <details
      open={open}
      onToggle={toggle}
      className="group min-w-0 overflow-hidden rounded-lg border border-line bg-page xl:sticky xl:top-18"
    >
      <summary className="flex list-none items-center gap-2 px-4 py-3 font-semibold pointer-coarse:min-h-11">
        <ChevronRight
          size={14}
          aria-hidden
          className="shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
      </summary>
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-sm">
        <span className="text-muted">{t("marked", { count: lines.size })}</span>
        {editorHref ? <TextLink href={editorHref}>{t("edit")}</TextLink> : null}
      </div>
      {open ? (
        <Lines
          key={focus?.turn ?? 0}
          text={text}
          label={label}
          marked={marked || undefined}
          deciding={lines}
          className="max-h-[70vh] border-line border-t bg-subtle"
        />
      ) : null}
    </details>
  );
}
