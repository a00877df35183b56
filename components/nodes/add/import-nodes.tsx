"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Named } from "@/lib/domain/named";
import type { ImportReport, Login } from "@/lib/domain/nodes/views";
import { useLogins } from "../ssh/use-logins";
import { ImportFields } from "./import-fields";
import type { KnownNode } from "./import-form";
import { ImportResult } from "./import-result";

type ImportNodesProps = { stored: Login[]; groups: Named[]; known: KnownNode[]; groupId: string };

/** Adds many machines from an inventory, then tells what became of them. */
export function ImportNodes({ stored, groups, known, groupId }: ImportNodesProps) {
  const router = useRouter();
  const { logins, add } = useLogins(stored);
  const [report, setReport] = useState<ImportReport>();
  if (report) return <ImportResult report={report} onTrusted={() => router.refresh()} />;
  return (
    <ImportFields
      logins={logins}
      groups={groups}
      known={known}
      groupId={groupId}
      onLogin={add}
      onReport={setReport}
    />
  );
}
