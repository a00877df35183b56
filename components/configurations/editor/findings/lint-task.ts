import { type ContainerdFiles, containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode } from "@/lib/domain/registries/decode";
import { type Finding, lint } from "@/lib/domain/registries/lint/lint";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";
import type { StoredCertificate } from "../editor-context";
import { readFileText, type TextReading } from "../yaml/read-text";
import { mendSafely } from "./mend-safely";

export type LintTask =
  | { kind: "lint" | "mend" | "containerd"; text: string; target: TargetInput }
  | { kind: "read"; text: string; certificates: readonly StoredCertificate[] };
export type LintAnswer =
  | { kind: "lint"; findings: Finding[] }
  | { kind: "mend"; text: string }
  | { kind: "containerd"; made: ContainerdFiles }
  | { kind: "read"; reading: TextReading };

/** The work that is kept away from the fields; the same in a worker and without one. */
export function runTask(task: LintTask): LintAnswer {
  const { kind, text } = task;
  switch (kind) {
    case "lint":
      return { kind, findings: lint(text, task.target) };
    case "mend":
      return { kind, text: mendSafely(text, (each) => lint(each, task.target)) };
    case "containerd":
      return { kind, made: filesOf(text, task.target) };
    case "read":
      return { kind, reading: readFileText(text, task.certificates) };
  }
}

/** The form writes nothing that K3s could not read; if it ever did, there would be no file. */
function filesOf(text: string, target: TargetInput): ContainerdFiles {
  const decoded = decode(text);
  return decoded.ok ? containerdFiles(decoded.result, toTarget(target)) : { files: {}, remarks: [] };
}
