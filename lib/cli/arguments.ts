import { parseArgs } from "node:util";
import { AppError } from "@/lib/domain/errors";
import type { Assume } from "@/lib/domain/registries/explain/explanation";
import type { TargetInput } from "@/lib/domain/registries/target";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import {
  accepted,
  type Command,
  commands,
  type FlagName,
  flagNames,
  flagOf,
  flags,
  readAssumption,
  readField,
} from "./flags";

export type Question = {
  command: Command;
  file: string;
  /** Empty for a command that asks about no image. */
  image: string;
  target: TargetInput;
  assume: Assume;
};

/** What the arguments ask for; `locale` is null where they name no language. */
export type Wish = { locale: Locale | null; json: boolean } & (
  | { kind: "help" | "version" }
  | { kind: "question"; question: Question }
);

type Given = { name: FlagName; text: string | undefined };

const refuse = (reason: string, params: Record<string, string> = {}) =>
  new AppError("invalid", reason, { params });

const refuseValue = (name: FlagName, text: string | undefined) =>
  refuse("flagValue", {
    flag: `--${name}`,
    value: text ?? "",
    accepted: accepted[name] ?? (flags[name].kind === "switch" ? "true|false" : flags[name].value),
  });

const options = Object.fromEntries(
  flagNames.map((name) => {
    const type: "boolean" | "string" = flags[name].kind === "switch" ? "boolean" : "string";
    return [name, { type }];
  }),
);

const tokensOf = (args: string[]) =>
  parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true }).tokens;

type Token = ReturnType<typeof tokensOf>[number];

/** `-h` is the one short flag, because people try it before they know any. */
function readFlag(token: Extract<Token, { kind: "option" }>): Given {
  const flag = flagOf(token.rawName === "-h" ? "help" : token.rawName.replace(/^--/, ""));
  if (flag === null) throw refuse("flagUnknown", { flag: token.rawName });
  const { name, kind } = flag;
  const text = token.value;
  const swallowed = !token.inlineValue && text?.startsWith("--");
  if (kind === "text" && (text === undefined || swallowed)) {
    throw refuse("flagWithoutValue", { flag: `--${name}`, accepted: accepted[name] ?? flags[name].value });
  }
  return { name, text };
}

function readSwitch(given: readonly Given[], name: FlagName): boolean {
  const last = given.findLast((flag) => flag.name === name);
  if (last === undefined) return false;
  if (last.text !== undefined && last.text !== "true" && last.text !== "false") {
    throw refuseValue(name, last.text);
  }
  return last.text !== "false";
}

function readLocale(given: readonly Given[]): Locale | null {
  const last = given.findLast(({ name }) => name === "lang");
  if (last === undefined) return null;
  if (!isLocale(last.text)) throw refuseValue("lang", last.text);
  return last.text;
}

function readTarget(given: readonly Given[]): TargetInput {
  const fields = given.flatMap(({ name, text }) => {
    const flag = flagOf(name);
    if (!flag?.field) return [];
    const value = readField(flag, text);
    if (value === undefined) throw refuseValue(name, text);
    return [[flag.field, value]];
  });
  return Object.fromEntries(fields);
}

function readAssume(given: readonly Given[]): Assume {
  const all = given.filter(({ name }) => name === "assume");
  const entries = all.map(({ name, text }) => {
    const assumption = readAssumption(text ?? "");
    if (assumption === undefined) throw refuseValue(name, text);
    return assumption;
  });
  return Object.assign({}, ...entries);
}

function readQuestion(given: readonly Given[], [name, ...rest]: readonly string[]): Question {
  if (name === undefined) throw refuse("commandMissing");
  const command = commands.find((known) => known === name);
  if (command === undefined) throw refuse("commandUnknown", { command: name });
  const foreign = given.find((flag) => flagOf(flag.name)?.for?.includes(command) === false);
  if (foreign) throw refuse("flagForeign", { flag: `--${foreign.name}`, command });
  const [file, image, ...more] = command === "explain" ? rest : [rest[0], "", ...rest.slice(1)];
  if (file === undefined) throw refuse("fileMissing", { command });
  if (image === undefined) throw refuse("imageMissing");
  if (more[0] !== undefined) throw refuse("tooMuch", { argument: more[0] });
  return { command, file, image, target: readTarget(given), assume: readAssume(given) };
}

/** Whether the answer is wanted as JSON, be the other arguments as wrong as they may. */
export function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const before = end === -1 ? args : args.slice(0, end);
  return before.some((arg) => arg === "--json" || arg === "--json=true");
}

/** The language the arguments name, if they name one that is known. */
export function wantedLocale(args: string[]): Locale | null {
  const named = tokensOf(args).findLast((token) => token.kind === "option" && token.name === "lang");
  return named?.kind === "option" && isLocale(named.value) ? named.value : null;
}

/** Reads the arguments; throws an `AppError` that says what is wrong with them. */
export function readArguments(args: string[]): Wish {
  const tokens = tokensOf(args);
  const given = tokens.flatMap((token) => (token.kind === "option" ? [readFlag(token)] : []));
  const positionals = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const common = { locale: readLocale(given), json: readSwitch(given, "json") };
  if (readSwitch(given, "help")) return { ...common, kind: "help" };
  if (readSwitch(given, "version")) return { ...common, kind: "version" };
  return { ...common, kind: "question", question: readQuestion(given, positionals) };
}
