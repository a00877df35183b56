"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { maxImportBytes } from "@/lib/domain/registries/read-bytes";
import type { HandedFile } from "./handed-over";

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Reads no more than can be imported and one byte, which is enough to refuse the rest. */
export async function readFile(file: File): Promise<HandedFile> {
  const start = await file.slice(0, maxImportBytes + 1).arrayBuffer();
  return { name: file.name, bytes: new Uint8Array(start) };
}

/** Takes a file dropped anywhere on the page; while one is dragged over it, the whole page says so. */
export function FileDrop({ onFile }: { onFile: (file: HandedFile) => void }) {
  const t = useTranslations("import");
  const [over, setOver] = useState(false);
  const take = useRef(onFile);
  useEffect(() => {
    take.current = onFile;
  });
  useEffect(() => {
    const stop = new AbortController();
    const listen = (type: "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void) =>
      window.addEventListener(type, (event) => holdsFiles(event) && act(event), { signal: stop.signal });
    listen("dragover", (event) => {
      event.preventDefault();
      setOver(true);
    });
    listen("dragleave", (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen("drop", (event) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) void readFile(file).then((read) => take.current(read));
    });
    return () => stop.abort();
  }, []);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-page/85 p-6">
      <p className="flex items-center gap-3 rounded-xl border-2 border-focus border-dashed bg-float px-8 py-6 text-lg">
        <FileUp size={20} aria-hidden />
        {t("dropHere")}
      </p>
    </div>
  );
}
