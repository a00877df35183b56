import type { Family } from "@/lib/domain/registries/target";
import { findBase } from "./base-call";
import { type Placed, readTemplate } from "./blocks";
import { type Entry, readEntries } from "./entries";
import type { Judgement, TemplateReason, TemplateVerdict } from "./facts";
import {
  type ConfigVersion,
  findMirrors,
  findPath,
  findTls,
  isBelow,
  isConditional,
  keepsLogins,
  type PathTarget,
  targetOfPath,
} from "./registry-tables";

export type JudgedNode = { family: Family; dataDir: string };

type Told = { verdict: TemplateVerdict; reason?: TemplateReason; at?: number; logins?: boolean };

/** The version that the text itself names: the key before the first table. */
function declared(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ kind, path }) => kind === "key" && path.length === 1 && path[0] === "version");
}

/** What stands next to `config_path` that containerd may not start with. */
function judgeBeside(entries: readonly Entry[], version: ConfigVersion): Told | null {
  const mirrors = findMirrors(entries, version);
  if (mirrors && !isConditional(mirrors))
    return { verdict: "stops", reason: "beside-path", at: mirrors.offset };
  if (mirrors) return { verdict: "unknown", reason: "conditional", at: mirrors.offset };
  const tls = findTls(entries, version);
  return tls ? { verdict: "unknown", reason: "tls-beside-path", at: tls.offset } : null;
}

/** A text that begins with K3s's own may add to it, but neither repeat it nor contradict it. */
function judgeExtending(entries: readonly Entry[], version: ConfigVersion): Told {
  const again = entries.find(
    (entry) => entry.kind === "table" && isBelow(entry, version, []) && entry.path.length === 3,
  );
  const twice = declared(entries) ?? again ?? findPath(entries, version);
  if (twice === undefined) return judgeBeside(entries, version) ?? { verdict: "extends", logins: true };
  if (isConditional(twice)) return { verdict: "unknown", reason: "conditional", at: twice.offset };
  return { verdict: "stops", reason: "twice", at: twice.offset };
}

const ofTarget: Readonly<Record<Exclude<PathTarget, "own">, Told>> = {
  other: { verdict: "hides", reason: "other-folder" },
  made: { verdict: "unknown", reason: "made-path" },
  unclear: { verdict: "unknown", reason: "unclear" },
};

function judgeWithoutPath(entries: readonly Entry[], version: ConfigVersion, text: string): Told {
  const other = findPath(entries, version === 3 ? 2 : 3);
  if (other) return { verdict: "hides", reason: "other-table", at: other.offset };
  const mirrors = findMirrors(entries, version);
  if (mirrors) return { verdict: "unknown", reason: "old-mirrors", at: mirrors.offset };
  // It stands somewhere this does not understand, such as in an inline table or in what another template writes.
  if (text.replace(/^[ \t]*#.*$/gm, "").includes("config_path"))
    return { verdict: "unknown", reason: "unclear" };
  return { verdict: "hides", reason: "no-path" };
}

/** A text that stands alone must say itself where the hosts files are. */
function judgeAlone(entries: readonly Entry[], { family, dataDir }: JudgedNode, text: string): Told {
  const named = declared(entries);
  const version = Number(named?.value.replace(/\s*#.*$/, ""));
  if (named === undefined || (version !== 2 && version !== 3))
    return { verdict: "unknown", reason: "no-version" };
  if (version === 3 && family < "H") return { verdict: "stops", reason: "version-too-new", at: named.offset };
  const path = findPath(entries, version);
  if (path === undefined) return judgeWithoutPath(entries, version, text);
  if (isConditional(path)) return { verdict: "unknown", reason: "conditional", at: path.offset };
  const beside = judgeBeside(entries, version);
  if (beside) return beside;
  const target = targetOfPath(path, dataDir);
  if (target !== "own") return { ...ofTarget[target], at: path.offset };
  return { verdict: "keeps", logins: keepsLogins(entries, version) };
}

function judgePieces(pieces: Placed[], name: string, node: JudgedNode): Told {
  const entries = readEntries(pieces);
  const base = findBase(pieces, entries);
  if (base === null)
    return judgeAlone(
      entries,
      node,
      pieces.map(({ kind, source }) => (kind === "comment" ? "" : source)).join(""),
    );
  if (base.fault === "base-without-data")
    return { verdict: "unreadable", reason: base.fault, at: base.offset };
  if (base.fault !== null) return { verdict: "unknown", reason: base.fault, at: base.offset };
  return judgeExtending(entries, name === "config-v3.toml.tmpl" ? 3 : 2);
}

/**
 * What a template that is read makes of registries.yaml, told from its text alone: conditions are not evaluated, links
 * are not followed, and what is written in a way K3s's own template never is counts as unknown.
 */
export function judgeTemplate(text: string, name: string, node: JudgedNode): Judgement {
  const toJudgement = ({ verdict, reason, at, logins }: Told): Judgement => ({
    verdict,
    reason: reason ?? null,
    logins: logins ?? null,
    line: at === undefined ? null : text.slice(0, at).split("\n").length,
  });
  // Before hosts files came, mirrors stood in config.toml itself.
  if (node.family < "B") return toJudgement({ verdict: "unknown", reason: "old-release" });
  const read = readTemplate(text);
  if (!read.ok)
    return toJudgement({ verdict: "unreadable", reason: read.error.reason, at: read.error.offset });
  return toJudgement(judgePieces(read.value, name, node));
}
