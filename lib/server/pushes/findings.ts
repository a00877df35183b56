import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { PushFinding, PushFindings } from "@/lib/domain/pushes/findings";
import type { TemplateStep } from "@/lib/domain/pushes/template-plan";
import type { CheckParams, Severity } from "@/lib/domain/registries/checks/finding";
import { type Finding, lintReading } from "@/lib/domain/registries/lint/lint";
import { hidden, maskUrl } from "@/lib/domain/registries/mask";
import { type Reading, readText } from "@/lib/domain/registries/reading";
import { type Target, type TargetInput, toTarget } from "@/lib/domain/registries/target";
import { turns } from "@/lib/server/jobs/turns";
import { findEmbeddedOnce } from "./generated";
import { targetOf } from "./node-target";
import { afterPush, templateFault } from "./node-templates";
import type { Wanted } from "./wanted";

/** A file as nodes get it, with its secrets. */
type PushedFile = Pick<Wanted, "text" | "hide">;

/** A node as the linter is asked about it; `clusterId` is null where nobody confirmed one. */
export type JudgedNode = { facts: NodeFacts | null; clusterId: string | null };

/** More are counted and not listed. */
const mostListed = 200;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** On a node every secret is in clear text, and has to be. */
const isAboutStoring = ({ code }: Finding) => code === "plaintext-secret";

type Answers = {
  reading: Reading;
  /** By what of a node the rules look at; releases that read a file alike share one. */
  lints: Map<string, { version: string; findings: Finding[] }>;
  views: Map<string, PushFindings>;
};

/** Kept as long as the file: a group has many nodes and few kinds of them. */
const answers = new WeakMap<PushedFile, Answers>();

function answersOf(wanted: PushedFile): Answers {
  const known = answers.get(wanted) ?? { reading: readText(wanted.text), lints: new Map(), views: new Map() };
  answers.set(wanted, known);
  return known;
}

/** Lints the file with its secrets, once for each kind of node; the words name the release that was asked for. */
function lintOnce(wanted: PushedFile, target: Target, input: TargetInput): Finding[] {
  const { reading, lints } = answersOf(wanted);
  const { version, dataDir: _, ...rest } = target;
  const kind = JSON.stringify({ ...rest, family: version.family });
  const known = lints.get(kind) ?? { version: version.text, findings: lintReading(reading, input) };
  lints.set(kind, known);
  return known.findings.map((found) =>
    found.params["version"] === known.version
      ? { ...found, params: { ...found.params, version: version.text } }
      : found,
  );
}

const mask = (secret: string) => (secret === "" ? "" : hidden);

/**
 * Rules tell names, hosts, URLs and patterns and never the value of a secret; this takes out what stands in a URL, and
 * secrets that are the same text as one of those. What yaml.v2 says may quote any value, so none of it goes on.
 */
function cleanParams({ hide }: PushedFile, { params, path }: Finding): CheckParams {
  const texts = Object.entries(params).map(([name, value]): [string, string] => {
    const text = name === "error" ? "" : String(value);
    return [name, path.includes("rewrite") ? text : maskUrl(text, mask)];
  });
  const clean = hide(Object.fromEntries(texts));
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "number" ? value : (clean[name] ?? ""),
    ]),
  );
}

/** Keys end in the address of a link, so a place that names something hidden is not told. */
function cleanPath({ hide }: PushedFile, path: Finding["path"]): Finding["path"] {
  const isPattern = (at: number) => path[at - 1] === "rewrite";
  const isPlain = path.every((key, at) => {
    const text = String(key);
    return hide({ text })["text"] === text && (isPattern(at) || maskUrl(text, mask) === text);
  });
  return isPlain ? path : [];
}

function toView(wanted: PushedFile, finding: Finding): PushFinding {
  const { code, severity, message, path, range } = finding;
  return {
    code,
    severity,
    message,
    params: cleanParams(wanted, finding),
    path: cleanPath(wanted, path),
    line: range.start.line,
  };
}

function judge(wanted: PushedFile, target: Target, input: TargetInput): PushFindings {
  const found = lintOnce(wanted, target, input).filter((each) => !isAboutStoring(each));
  const count = (severity: Severity) => found.filter((each) => each.severity === severity).length;
  const gravest = found.sort((one, other) => ranks[one.severity] - ranks[other.severity]);
  return {
    counts: { error: count("error"), warning: count("warning"), info: count("info") },
    list: gravest.slice(0, mostListed).map((each) => toView(wanted, each)),
  };
}

/** What the linter says of the wanted file for one node; the text it judges is the one the node gets. */
function findingsFor(wanted: PushedFile, facts: NodeFacts | null, embedded: boolean): PushFindings {
  const { views } = answersOf(wanted);
  const input = targetOf(facts, embedded);
  const target = toTarget(input);
  const key = JSON.stringify({ ...target, dataDir: "" });
  const known = views.get(key) ?? judge(wanted, target, input);
  views.set(key, known);
  return known;
}

/** The same for many nodes, in their order. */
export async function findFindings(
  wanted: PushedFile,
  nodes: readonly JudgedNode[],
): Promise<PushFindings[]> {
  const found: PushFindings[] = [];
  const turn = turns();
  for (const { facts, clusterId } of nodes) {
    await turn();
    const isOn = facts !== null && (await findEmbeddedOnce(wanted, facts, clusterId)) === "on";
    found.push(findingsFor(wanted, facts, isOn));
  }
  return found;
}

function toJudged({ check, cluster }: NodeView, steps: readonly TemplateStep[], wanted: Wanted): JudgedNode {
  const facts = check?.facts ?? null;
  return {
    facts: facts && afterPush(facts, { steps, wanted }),
    clusterId: cluster?.confirmed ? cluster.id : null,
  };
}

function refuseTemplates(
  wanted: Wanted,
  nodes: readonly NodeView[],
  { judged, plans }: { judged: readonly JudgedNode[]; plans: Plans },
): void {
  const names = nodes.flatMap(({ id, name }, at) => {
    const facts = judged[at]?.facts;
    return facts && templateFault(facts, plans.get(id) ?? [], wanted)?.code === "template-stops"
      ? [name]
      : [];
  });
  if (names.length > 0)
    throw new AppError("invalid", "templateStops", {
      params: { count: names.length, names: names.slice(0, 5).join(", ") },
    });
}

type Plans = ReadonlyMap<string, readonly TemplateStep[]>;

/**
 * Refuses a push that would bring the file or a template to a node for which it has an error, as far as the node is
 * known now.
 */
export async function refuseErrors(wanted: Wanted, nodes: readonly NodeView[], plans: Plans): Promise<void> {
  const judged = nodes.map((node) => toJudged(node, plans.get(node.id) ?? [], wanted));
  refuseTemplates(wanted, nodes, { judged, plans });
  const found = await findFindings(wanted, judged);
  const blocked = nodes.flatMap((node, at) => {
    const [error] = found[at]?.list ?? [];
    return error?.severity === "error" ? [{ name: node.name, error }] : [];
  });
  const [first] = blocked;
  if (first === undefined) return;
  const names = blocked.slice(0, 5).map(({ name }) => name);
  const { code, line } = first.error;
  throw new AppError("invalid", "findingsBlock", {
    params: { count: blocked.length, names: names.join(", "), code, line },
  });
}
