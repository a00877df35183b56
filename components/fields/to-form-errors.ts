import type { FieldError } from "react-hook-form";
import type { FieldIssue } from "@/lib/domain/errors";
import { type IssueTranslator, issueMessage } from "./issue-message";

/** Refused values by place; of several at one place the first counts. `type` keeps the code for those who ask. */
export function toFormErrors(issues: readonly FieldIssue[], t: IssueTranslator): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  for (const issue of issues) {
    const place = issue.path.length > 0 ? issue.path.join(".") : "root";
    errors[place] ??= { type: issue.code, message: issueMessage(t, issue) };
  }
  return errors;
}
