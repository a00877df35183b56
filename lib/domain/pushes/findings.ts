import type { CheckParams, Severity } from "@/lib/domain/registries/checks/finding";
import type { Message } from "@/lib/domain/registries/lint/rule";

/** One finding about the file as some nodes will read it. Its parameters hold no secret. */
export type PushFinding = {
  code: string;
  severity: Severity;
  message: Message;
  params: CheckParams;
  /** The keys that lead to the place; empty where they are not told. */
  path: readonly (string | number)[];
  line: number;
};

/** What the linter says of the file for nodes of one kind: every finding counted, the gravest ones listed. */
export type PushFindings = { counts: Record<Severity, number>; list: PushFinding[] };

/** An error means that the node cannot read the file, takes damage, or surely cannot pull: nothing is pushed there. */
export const blocks = ({ counts }: PushFindings): boolean => counts.error > 0;
