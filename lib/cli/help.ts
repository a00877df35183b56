import { assumptions } from "@/lib/domain/registries/explain/explanation";
import type { Say } from "@/lib/i18n/say";
import { commands, type FlagName, flagNames, flags } from "./flags";

const width = 46;

function row(left: string, right: string): string {
  return left.length < width - 2
    ? `  ${left.padEnd(width - 2)}${right}`
    : `  ${left}\n${" ".repeat(width)}${right}`;
}

const usageOf = (command: string) => `pullpath ${command} FILE${command === "explain" ? " IMAGE" : ""}`;

/** What can be assumed is too long for the column of values, so it has a line of its own. */
function flagRow(name: FlagName, say: Say): string {
  const left = `--${name}${flags[name].value === "" ? "" : ` ${flags[name].value}`}`;
  const first = row(left, say(`help.flags.${name}`));
  return name === "assume" ? `${first}\n${" ".repeat(width)}${assumptions.join(" ")}` : first;
}

/** The page of `--help`. */
export function helpText(say: Say, version: string): string {
  const general: readonly FlagName[] = ["json", "lang", "help", "version"];
  return [
    say("help.title", { version }),
    "",
    say("help.usage"),
    ...commands.map((command) => row(usageOf(command), say(`help.commands.${command}`))),
    "",
    say("help.file"),
    "",
    say("help.general"),
    ...general.map((name) => flagRow(name, say)),
    "",
    say("help.node"),
    ...flagNames.filter((name) => !general.includes(name)).map((name) => flagRow(name, say)),
    "",
    say("help.exit"),
    ...(["0", "1", "2"] as const).map((code) => row(code, say(`help.codes.${code}`))),
    "",
  ].join("\n");
}
