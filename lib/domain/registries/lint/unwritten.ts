import { containerdFiles } from "../containerd/files";
import { byteLength, joinPath } from "../containerd/go-text";
import { decode } from "../decode";
import type { LintContext } from "./context";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";
import type { HostView, MirrorView, Value } from "./view";

/** No shorter value fills a line that is too long, however many bytes K3s writes for each character. */
const shortest = 2500;
const mostNameBytes = 255;
/** Rewrites are repeated for each endpoint. */
const mostRepeated = 1_000_000;

const valuesOf = ({ auth, tls }: HostView): Value[] =>
  [...Object.values(auth?.values ?? {}), ...Object.values(tls?.files ?? {})].filter(
    (value): value is Value => value !== undefined,
  );

function isHeavy({ name, endpoints, rewrites }: MirrorView): boolean {
  const rules = rewrites.map(({ pattern, replacement }) => pattern.length + replacement.length);
  const repeated = endpoints.length * rules.reduce((sum, length) => sum + length, 0);
  return (
    repeated > mostRepeated ||
    byteLength(name) > mostNameBytes ||
    endpoints.some(({ text }) => text.length > shortest) ||
    rules.some((length) => length > shortest)
  );
}

const isLong = (host: HostView) =>
  byteLength(host.host) > mostNameBytes || valuesOf(host).some(({ text }) => text.length > shortest);

const folderOf = (key: string) => joinPath("certs.d", key === "*" ? "_default" : key, "hosts.toml");

/** The entry a file comes from; for config.toml the entry with the longest value. */
function findSource({ view }: LintContext, file: string): MirrorView | HostView | undefined {
  if (file !== "config.toml") {
    return (
      view.mirrors.find(({ name }) => folderOf(name) === file) ??
      view.hosts.find(({ host }) => folderOf(host) === file)
    );
  }
  const longest = (host: HostView) => Math.max(0, ...valuesOf(host).map(({ text }) => text.length));
  return [...view.hosts].sort((one, other) => longest(other) - longest(one))[0];
}

/** Only a file with something very long in it is worth the work. */
function findUnwritten(context: LintContext, code: string): Place[] {
  if (!context.view.mirrors.some(isHeavy) && !context.view.hosts.some(isLong)) return [];
  const decoded = decode(context.text);
  const remarks = decoded.ok ? containerdFiles(decoded.result, context.target).remarks : [];
  return remarks
    .filter((remark) => remark.code === code)
    .map(({ params }) => {
      const source = findSource(context, String(params["file"]));
      const range = source === undefined ? context.start : context.keyRange(source.slot);
      return { path: source?.path ?? [], range, params };
    });
}

const rule = (code: string, severity: Rule["severity"]): Rule => ({
  code,
  severity,
  source: sources.templates,
  find: (context) => findUnwritten(context, code),
});

/** Files that K3s cannot write, or that nobody would want it to. */
export const unwrittenRules: readonly Rule[] = [
  rule("file-not-written", "error"),
  rule("file-too-large", "warning"),
];
