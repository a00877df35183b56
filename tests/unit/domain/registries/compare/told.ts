import type { Change } from "@/lib/domain/registries/compare/change";
import { compareDefinitions } from "@/lib/domain/registries/compare/compare";
import type { VersionPair } from "@/lib/domain/registries/compare/versions";
import type { Definition } from "@/lib/domain/registries/schema";
import { definitionOf } from "@/tests/support/definitions";

const subjectOf = ({ subject }: Change) =>
  subject.kind === "file" ? "file" : `${subject.kind} ${subject.name}`;

/** What differs, short: `mirror docker.io: endpoint-moved {"url":…}`. */
export const tell = (before: Definition, after: Definition, versions?: VersionPair): string[] =>
  compareDefinitions(before, after, versions).map((change) => {
    const params = Object.entries(change.params).map(([name, value]) => `${name}=${value}`);
    return [`${subjectOf(change)}:`, change.code, ...params].join(" ");
  });

export const tellTexts = (before: string, after: string): string[] =>
  tell(definitionOf(before), definitionOf(after));
