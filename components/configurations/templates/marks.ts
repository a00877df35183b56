import type { Marked } from "@/components/configurations/editor/yaml/code-diagnostics";
import type { Judgement, TemplateVerdict } from "@/lib/domain/containerd-template/facts";
import type { TextFault } from "@/lib/domain/containerd-template/text-faults";

const severities: Record<TemplateVerdict, Marked["severity"]> = {
  extends: "info",
  keeps: "info",
  hides: "error",
  stops: "error",
  unreadable: "error",
  unread: "info",
  unknown: "warning",
};

const lineMark = (line: number, severity: Marked["severity"], text: string): Marked => ({
  range: { start: { line, column: 1, offset: 0 }, end: { line, column: 1, offset: 0 } },
  severity,
  text,
});

type Told = {
  faults: readonly (TextFault & { text: string })[];
  judged: (Judgement & { text: string }) | null;
};

/** Lines of a template that something is said about. */
export const marksOf = ({ faults, judged }: Told): Marked[] => [
  ...faults.flatMap(({ line, text }) => (line === null ? [] : [lineMark(line, "error", text)])),
  ...(judged === null || judged.line === null
    ? []
    : [lineMark(judged.line, severities[judged.verdict], judged.text)]),
];
