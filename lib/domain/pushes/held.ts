import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { templateNames } from "@/lib/domain/registries/target";

/** Digests by the name of a template. */
export type TemplateDigests = ReadonlyMap<TemplateName, string>;

/** What a node holds: the digest of its file or "absent", and those of the templates that are there. */
export type Held = { file: string; templates: TemplateDigests };

const digest = "[0-9a-f]{64}";

/** `<digest of the file> <name>=<digest> …`: what a review hands out, a start names and the record of a push keeps. */
export const heldPattern = new RegExp(
  `^(?:absent|${digest})${templateNames.map((name) => `(?: ${name.replaceAll(".", "[.]")}=${digest})?`).join("")}$`,
);

export const writeHeld = ({ file, templates }: Held): string =>
  [
    file,
    ...templateNames.flatMap((name) => (templates.has(name) ? [`${name}=${templates.get(name)}`] : [])),
  ].join(" ");

/** Reverses `writeHeld`; of a text that fits no pattern nothing is known to be there. */
export function readHeld(text: string): Held {
  const [file = "absent", ...words] = text.split(" ");
  const templates = templateNames.flatMap((name): [TemplateName, string][] => {
    const word = words.find((each) => each.startsWith(`${name}=`));
    return word === undefined ? [] : [[name, word.slice(name.length + 1)]];
  });
  return { file, templates: new Map(templates) };
}
