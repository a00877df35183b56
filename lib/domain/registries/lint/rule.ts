import type { CheckParams, Severity } from "../checks/finding";
import type { Range } from "../yaml/source";
import type { LintContext } from "./context";
import type { Path } from "./view";

/** One way to mend a finding. `safe` ones do what K3s does already, or what can only have been meant. */
export interface Fix {
  /** A sentence of the catalogue `lint.fixes`. */
  readonly id: string;
  readonly params?: CheckParams;
  readonly safe: boolean;
  /** The whole text after the fix; null where the text is written in a way that only a person can change. */
  apply(): string | null;
}

/** Which sentence says it: one of the field checks (`findings`), or one of the linter's own (`lint.messages`). */
export interface Message {
  readonly catalogue: "findings" | "lint" | "certificates";
  readonly key: string;
}

export interface Place {
  readonly path: Path;
  readonly range: Range;
  readonly params?: CheckParams;
  readonly message?: Message;
  /** Where a place is graver or lighter than its rule. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
}

export interface Rule {
  readonly code: string;
  readonly severity: Severity | ((context: LintContext) => Severity);
  /** The upstream file and commit or version that the rule follows, or the page that tells it. */
  readonly source: string;
  readonly find: (context: LintContext) => Place[];
}
