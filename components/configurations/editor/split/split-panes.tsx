"use client";

import { clsx } from "clsx";
import { type CSSProperties, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { keepPreference } from "@/lib/client/preference";
import { useEditor } from "../editor-context";
import type { EditorView } from "../view-tabs";
import { Separator } from "./separator";

type SplitPanesProps = { view: EditorView; start: number; fields: ReactNode; file: ReactNode };

/** The fields and the file beside them, with a line between both that can be moved; below 1024 px they take turns. */
export function SplitPanes({ view, start, fields, file }: SplitPanesProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState(start);
  const [collapsed, setCollapsed] = useState(false);
  const { onReveal } = useEditor();
  useEffect(() => onReveal(() => setCollapsed(false)), [onReveal]);
  const isSplit = view === "split";
  const isCollapsed = isSplit && collapsed;

  function move(next: number) {
    setCollapsed(false);
    setPosition(next);
  }
  return (
    <div
      ref={box}
      style={columns(position, isCollapsed)}
      className={clsx("grid", isSplit && "lg:grid-cols-[minmax(0,var(--fields))_2rem_minmax(0,var(--file))]")}
    >
      <div
        id={id}
        className={clsx(
          "min-w-0",
          view === "file" && "hidden",
          view === "form" && "max-w-160",
          isCollapsed && "lg:invisible lg:h-0 lg:overflow-hidden",
        )}
      >
        {fields}
      </div>
      {isSplit ? (
        <Separator
          controls={id}
          box={box}
          position={isCollapsed ? 0 : position}
          onMove={move}
          onKeep={(kept) => keepPreference("split", `${kept}`)}
          onCollapse={() => setCollapsed(!collapsed)}
        />
      ) : null}
      <div className={clsx("min-w-0", view === "form" && "hidden", isSplit && "max-lg:hidden")}>{file}</div>
    </div>
  );
}

/** What React's types do not know are properties of the page's own. */
const columns = (position: number, isCollapsed: boolean) =>
  ({
    "--fields": isCollapsed ? "0fr" : `${position}fr`,
    "--file": `${100 - position}fr`,
  }) as CSSProperties;
