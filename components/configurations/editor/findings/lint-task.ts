import { type ContainerdFiles, containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode } from "@/lib/domain/registries/decode";
import { type Finding, lint } from "@/lib/domain/registries/lint/lint";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";
import { mendSafely } from "./mend-safely";

export type LintTask = { kind: "lint" | "mend" | "containerd"; text: string; target: TargetInput };
export type LintAnswer =
  | { kind: "lint"; findings: Finding[] }
  | { kind: "mend"; text: string }
  | { kind: "containerd"; made: ContainerdFiles };

/** The work that is kept away from the fields; the same in a worker and without one. */
export function runTask({ kind, text, target }: LintTask): LintAnswer {
  switch (kind) {
    case "lint":
      return { kind, findings: lint(text, target) };
    case "mend":
      return { kind, text: mendSafely(text, (each) => lint(each, target)) };
    case "containerd":
      return { kind, made: filesOf(text, target) };
  }
}

/** The form writes nothing that K3s could not read; if it ever did, there would be no file. */
function filesOf(text: string, target: TargetInput): ContainerdFiles {
  const decoded = decode(text);
  return decoded.ok ? containerdFiles(decoded.result, toTarget(target)) : { files: {}, remarks: [] };
}
