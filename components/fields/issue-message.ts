import type { FieldIssue } from "@/lib/domain/errors";

/** The translator of namespace `issues`, reduced to what is asked of it: codes are data, so their type is open. */
export type IssueTranslator = {
  (code: string, params?: Record<string, string | number>): string;
  has: (code: string) => boolean;
};

/** The sentence for a refused value, in the reader's language. */
export function issueMessage(
  t: IssueTranslator,
  { code, params }: Pick<FieldIssue, "code" | "params">,
): string {
  return t(t.has(code) ? code : "invalid-format", { ...params });
}
