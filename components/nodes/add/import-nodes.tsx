"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Named } from "@/lib/domain/named";
import type { ImportReport, Login } from "@/lib/domain/nodes/views";
import { useLogins } from "../ssh/use-logins";
import { ImportFields } from "./import-fields";
import { ImportResult } from "./import-result";

type ImportNodesProps = { stored: Login[]; groups: Named[]; groupId: string };

/** Adds many machines from pasted lines, then tells what became of each line. */
export function ImportNodes({ stored, groups, groupId }: ImportNodesProps) {
  const router = useRouter();
  const { logins, add } = useLogins(stored);
  const [report, setReport] = useState<ImportReport>();
  const [left, setLeft] = useState("");
  if (report)
    return (
      <ImportResult
        report={report}
        onAgain={() => {
          setLeft(report.bad.map(({ text }) => text).join("\n"));
          setReport(undefined);
        }}
        onTrusted={() => router.refresh()}
      />
    );
  return (
    <ImportFields
      logins={logins}
      groups={groups}
      groupId={groupId}
      text={left}
      onLogin={add}
      onReport={setReport}
    />
  );
}
