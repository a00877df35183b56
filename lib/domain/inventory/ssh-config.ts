import type { Collector } from "./collector";
import { globMatches } from "./glob";
import { type Directive, readDirective } from "./ssh-words";

type Settings = Map<string, string>;
type Block = { wild: string[]; plain: ReadonlySet<string>; settings: Settings };

const taken = new Set(["hostname", "port", "user", "identityfile", "proxyjump", "proxycommand"]);
const isPattern = (word: string) => /[*?!]/.test(word);
/** Each alias is tried against each pattern with wildcards; a person's file has a handful of them. */
const maxPatterns = 100;
const maxAliases = 6000;

/** A negated pattern that fits takes the alias out, whatever else fits. */
function covers({ wild, plain }: Block, alias: string): boolean {
  const fits = (pattern: string) => globMatches(pattern, alias);
  if (wild.some((pattern) => pattern.startsWith("!") && fits(pattern.slice(1)))) return false;
  return plain.has(alias) || wild.some((pattern) => !pattern.startsWith("!") && fits(pattern));
}

/** The blocks of a configuration: those of one alias are found by its name, those with wildcards are tried in turn. */
class Blocks {
  readonly aliases = new Map<string, number>();
  readonly #byAlias = new Map<string, Set<number>>();
  readonly #wild = [0];
  readonly #all: Block[] = [{ wild: ["*"], plain: new Set(), settings: new Map() }];
  #patterns = 0;

  get last(): Settings {
    return this.#all.at(-1)?.settings ?? new Map();
  }

  open({ words, line }: Directive, into: Collector): void {
    const wild = words.filter(isPattern).slice(0, Math.max(0, maxPatterns - this.#patterns));
    const plain = new Set(words.filter((word) => !isPattern(word)));
    const at = this.#all.push({ wild, plain, settings: new Map() }) - 1;
    this.#patterns += wild.length;
    for (const word of wild) into.note("wildcard", word, line);
    if (wild.length > 0) this.#wild.push(at);
    for (const word of plain) this.#name(word, line, wild.length > 0 ? null : at);
  }

  #name(alias: string, line: number, at: number | null): void {
    if (!this.aliases.has(alias) && this.aliases.size >= maxAliases) return;
    if (!this.aliases.has(alias)) this.aliases.set(alias, line);
    if (at !== null) this.#byAlias.set(alias, (this.#byAlias.get(alias) ?? new Set()).add(at));
  }

  /** The first value obtained for each directive counts, in the order of the file. */
  settingsOf(alias: string): Settings {
    const found: Settings = new Map();
    const own = this.#byAlias.get(alias) ?? new Set<number>();
    for (const at of [...own, ...this.#wild].sort((left, right) => left - right)) {
      const block = this.#all[at];
      if (!block || !covers(block, alias)) continue;
      for (const [keyword, value] of block.settings) if (!found.has(keyword)) found.set(keyword, value);
    }
    return found;
  }
}

function addAlias(alias: string, line: number, given: { blocks: Blocks; into: Collector }): void {
  const settings = given.blocks.settingsOf(alias);
  const host = settings.get("hostname")?.replace(/%(h|%)/g, (_, token) => (token === "h" ? alias : "%"));
  const jump = settings.get("proxyjump") ?? settings.get("proxycommand");
  if (jump !== undefined && jump.toLowerCase() !== "none") given.into.note("jump-host", alias, line);
  given.into.add({
    line,
    name: alias,
    host: host ?? alias,
    port: settings.get("port") ?? null,
    username: settings.get("user") ?? null,
    hint: settings.get("identityfile") ?? null,
  });
}

/** Takes one directive in; `inMatch` is whether the lines after it belong to a block that only ssh can judge. */
function takeDirective(directive: Directive, inMatch: boolean, given: { blocks: Blocks; into: Collector }) {
  const { keyword, words, line } = directive;
  const { blocks, into } = given;
  if (keyword === "host") blocks.open(directive, into);
  if (keyword === "host") return false;
  if (keyword === "match" || keyword === "include") into.leave(keyword, words.join(" "), line);
  if (keyword === "match") return true;
  const [value] = words;
  if (!inMatch && value !== undefined && taken.has(keyword) && !blocks.last.has(keyword))
    blocks.last.set(keyword, value);
  return inMatch;
}

/** Every alias that an OpenSSH client configuration names without wildcards, with what all its blocks say about it. */
export function readSshConfig(text: string, into: Collector): void {
  const blocks = new Blocks();
  let inMatch = false;
  for (const [index, raw] of text.split("\n").entries()) {
    const directive = readDirective(raw, index + 1);
    if (directive) inMatch = takeDirective(directive, inMatch, { blocks, into });
  }
  for (const [alias, line] of blocks.aliases) addAlias(alias, line, { blocks, into });
}
