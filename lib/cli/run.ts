import { AppError } from "@/lib/domain/errors";
import { readFileText } from "@/lib/domain/registries/file-text";
import { version } from "@/package.json";
import { answer, type ExitCode } from "./answer";
import { readArguments, wantedLocale, wantsJson } from "./arguments";
import { helpText } from "./help";
import { localeOf } from "./language";
import { printable } from "./printable";
import { readInput } from "./read-input";
import { type Words, wordsOf } from "./words";

export type Outcome = { out: string; error: string; exitCode: ExitCode };

type Asked = { args: string[]; environment: Readonly<Record<string, string | undefined>> };

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A bug is told by its place: its own words may quote the file. */
const unexpected = (thrown: unknown) => {
  const place = thrown instanceof Error ? (/\n\s*(at .*)/.exec(thrown.stack ?? "")?.[1] ?? "") : "";
  const detail = `${thrown instanceof Error ? thrown.name : typeof thrown} ${place}`;
  return { code: "unexpected", reason: "unexpected", params: { detail } };
};

/** A failure in the form of the API's, but for the request's id. */
function failure(thrown: unknown, { cli }: Words, json: boolean): Outcome {
  const { code, reason, params } = thrown instanceof AppError ? thrown : unexpected(thrown);
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, printable(String(value))]),
  );
  const message = cli(`errors.${reason}`, shown);
  const out = json ? asJson({ error: { code, reason, message, params, issues: [] } }) : "";
  return { out, error: `pullpath: ${message}\n`, exitCode: 2 };
}

async function attempt(args: string[], words: Words): Promise<Outcome> {
  const wish = readArguments(args);
  if (wish.kind !== "question") {
    const text = wish.kind === "help" ? helpText(words.cli, version) : `${version}\n`;
    return { out: wish.json ? asJson({ [wish.kind]: text.trimEnd() }) : text, error: "", exitCode: 0 };
  }
  const { question, json } = wish;
  const file = readFileText(await readInput(question.file));
  const { body, lines, complaint, exitCode } = answer(file, { question, words });
  const out = json
    ? asJson(body)
    : lines()
        .map((line) => `${line}\n`)
        .join("");
  return { out, error: complaint === undefined ? "" : `pullpath: ${complaint}\n`, exitCode };
}

/** The whole command but for the streams it writes to: every failure is an outcome. */
export async function run({ args, environment }: Asked): Promise<Outcome> {
  const words = wordsOf(wantedLocale(args) ?? localeOf(environment));
  return attempt(args, words).catch((thrown: unknown) => failure(thrown, words, wantsJson(args)));
}
