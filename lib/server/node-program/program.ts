import "server-only";
import { createHash } from "node:crypto";
import { invariant } from "@/lib/domain/errors";
import { ahead } from "./parts/ahead";
import { back } from "./parts/back";
import { base } from "./parts/base";
import { carriers } from "./parts/carriers";
import { check } from "./parts/check";
import { confirm } from "./parts/confirm";
import { files } from "./parts/files";
import { follow } from "./parts/follow";
import { journal } from "./parts/journal";
import { look } from "./parts/look";
import { pull } from "./parts/pull";
import { reach } from "./parts/reach";
import { rehearse } from "./parts/rehearse";
import { service } from "./parts/service";
import { stage } from "./parts/stage";
import { templates } from "./parts/templates";
import { watch } from "./parts/watch";
import { work } from "./parts/work";

const main = String.raw`
case $1 in
  work | resume)
    "$1" "$2"
    exit 0
    ;;
esac
[ "$1" != apply ] || arrive
printf "\n"
tell ready
read_options || { tell "report failed protocol reason=options |"; exit 0; }
case $1 in
  survey) survey ;;
  inspect) inspect ;;
  read) read_file ;;
  reach) reach ;;
  templates) read_templates ;;
  apply) apply ;;
  rehearse) rehearse ;;
  ask) ask ;;
esac
tell end
`;

/**
 * Comments and indentation stay here; the node gets the rest. No here-document of the program is indented. Parts write
 * `@{name%pattern}` for what the shell expands itself, since they stand in templates.
 */
export function compact(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimStart())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .join("\n")
    .replaceAll("@{", "$" + "{");
}

/**
 * The one program that runs on nodes: POSIX sh, the same bytes for every node and every push. It is the argument of
 * `sh -c`, between single quotes, so it holds none; a value never becomes part of it. Its parts therefore write
 * neither single quotes nor, for the sake of the template they stand in, `$` followed by a brace or a backquote. The
 * time of a transaction is that of the programs it starts, so what the shell can do itself it does.
 */
export const program = compact(
  [
    ...[base, service, files, look, ahead, reach, templates, journal, carriers, follow, check],
    ...[pull, stage, rehearse, watch, back, confirm, work, main],
  ].join("\n"),
);

invariant(!/['`\0]/.test(program) && program.length <= 64 * 1024, "the program fits between single quotes");

/** The node keeps a copy with a final line feed, and checks it by this. */
export const programDigest = createHash("sha256").update(`${program}\n`).digest("hex");

export type Mode = "survey" | "inspect" | "read" | "reach" | "templates" | "apply" | "rehearse" | "ask";

/** The command line. It is the same for everybody: no value, no secret. */
export const commandFor = (mode: Mode) => `sh -c '${program}' pullpath ${mode}`;
