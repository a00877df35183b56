"use client";

import { useRouter } from "next/navigation";
import { pages } from "@/lib/domain/paths";
import { FileDrop } from "./file-drop";
import { handOver } from "./handed-over";

/** A file dropped on this page is read on the import page. */
export function ImportOnDrop() {
  const router = useRouter();
  return (
    <FileDrop
      onFile={(file) => {
        handOver(file);
        router.push(pages.importConfiguration());
      }}
    />
  );
}
