import { AppError } from "@/lib/domain/errors";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import type { Decoded } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { sayExplanation } from "@/lib/domain/registries/explain/say";
import { decodeFile, type FileText, lintFile } from "@/lib/domain/registries/file-text";
import { imageSchema } from "@/lib/domain/registries/questions";
import { toTarget } from "@/lib/domain/registries/target";
import { wordFindings } from "@/lib/i18n/word-findings";
import type { Question } from "./arguments";
import { printDecoded } from "./print-decoded";
import { printExplanation } from "./print-explanation";
import { printFindings } from "./print-findings";
import { printable } from "./printable";
import type { Words } from "./words";

export type ExitCode = 0 | 1 | 2;

export type Answer = {
  /** The body the route of the same name answers with. */
  body: unknown;
  exitCode: ExitCode;
  /** The same for people, for standard output. */
  lines: () => string[];
  /** What makes the input unusable, for standard error. */
  complaint?: string;
};

type Asked = { question: Question; words: Words };

function answerLint(file: FileText, { question, words }: Asked): Answer {
  const findings = wordFindings(lintFile(file, question.target), words);
  return {
    body: { findings },
    exitCode: findings.some(({ severity }) => severity === "error") ? 1 : 0,
    lines: () => printFindings(findings, question.file, words.cli),
  };
}

function answerContainerd(decoded: Decoded, { question }: Asked): Answer {
  const { files, remarks } = containerdFiles(decoded, toTarget(question.target));
  if (remarks.some(({ code }) => code === "file-too-large")) {
    throw new AppError("too-large", "containerdTooLarge");
  }
  const lines = () =>
    Object.entries(files).flatMap(([name, text], index) => [
      ...(index === 0 ? [] : [""]),
      `==> ${printable(name)} <==`,
      text.replace(/\n$/, ""),
    ]);
  return { body: { files }, exitCode: 0, lines };
}

function answerExplain(decoded: Decoded, { question, words }: Asked): Answer {
  const { image, assume } = question;
  if (!imageSchema.safeParse(image).success) throw new AppError("invalid", "imageTooLong");
  const target = toTarget(question.target);
  const body = sayExplanation(explain({ decoded, image, target, assume }), words.explain);
  return { body, exitCode: 0, lines: () => printExplanation(body, { target, assume }, words.cli) };
}

/** Answers a question about a file as the route of the same name does. */
export function answer(file: FileText, asked: Asked): Answer {
  const { command, file: name } = asked.question;
  const { cli } = asked.words;
  if (command === "lint") return answerLint(file, asked);
  const decoded = decodeFile(file);
  if (!decoded.ok) {
    const params = { file: name === "-" ? cli("input") : printable(name), error: printable(decoded.error) };
    return { body: decoded, exitCode: 2, lines: () => [], complaint: cli("undecodable", params) };
  }
  if (command === "containerd") return answerContainerd(decoded.result, asked);
  if (command === "explain") return answerExplain(decoded.result, asked);
  return { body: decoded, exitCode: 0, lines: () => printDecoded(decoded.result, cli) };
}
