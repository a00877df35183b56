"use client";

import { FileUp } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { readFile } from "./file-drop";
import type { HandedFile } from "./handed-over";

type ChooseFileProps = { label: string; accept?: string; onFile: (file: HandedFile) => void };

/** The button that reads a file of the reader's machine. */
export function ChooseFile({ label, accept, onFile }: ChooseFileProps) {
  const chooser = useRef<HTMLInputElement>(null);
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    // The same file can be chosen again after it was changed.
    event.target.value = "";
    if (file) void readFile(file).then(onFile);
  }
  return (
    <>
      <input
        ref={chooser}
        type="file"
        aria-label={label}
        accept={accept}
        className="sr-only"
        tabIndex={-1}
        onChange={choose}
      />
      <Button size="sm" icon={<FileUp size={14} aria-hidden />} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
    </>
  );
}
