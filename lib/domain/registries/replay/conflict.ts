import type { Subject } from "../compare/change";
import type { Definition } from "../schema";
import type { Side } from "./sides";

/** What of the file or of an entry both sides changed. A login, for one, is never made of two people's halves. */
export type ConflictPart =
  | "entry"
  | "name"
  | "note"
  | "section-note"
  | "end-note"
  | "order"
  | "login"
  | "tls"
  | "endpoint"
  | "rewrite"
  | "extra";

export interface Conflict {
  /** Stays the same whatever is chosen. It may hold what the file holds, so it is never shown. */
  readonly key: string;
  readonly subject: Subject;
  readonly part: ConflictPart;
  /** What each side has there, as a file with nothing else in it; null where it has nothing. Not masked. */
  readonly theirs: Definition | null;
  readonly mine: Definition | null;
}

export type Choose = (key: string) => Side;

/** Collects what has to be chosen while both sides are brought together. */
export class Decisions {
  readonly conflicts: Conflict[] = [];
  private readonly choose: Choose;
  private readonly used = new Set<string>();

  constructor(choose: Choose) {
    this.choose = choose;
  }

  /** `item` tells one place of the same part from another. */
  decide(conflict: Omit<Conflict, "key">, item = ""): Side {
    const { subject, part } = conflict;
    const name = subject.kind === "file" ? "" : subject.name;
    let key = JSON.stringify([subject.kind, name, part, item]);
    while (this.used.has(key)) key += "+";
    this.used.add(key);
    this.conflicts.push({ ...conflict, key });
    return this.choose(key);
  }
}
