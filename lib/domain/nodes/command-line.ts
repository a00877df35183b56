/** Splits a command line as systemd and a shell would: quotes hold words together, a backslash keeps a character. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  const pattern = /((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+)/gsu;
  for (const [, word = ""] of text.matchAll(pattern)) words.push(unquote(word));
  return words;
}

function unquote(word: string): string {
  return word.replace(/"(?:\\.|[^"\\])*"|'[^']*'|\\./gsu, (part) => {
    if (part.startsWith("'")) return part.slice(1, -1);
    const inner = part.startsWith('"') ? part.slice(1, -1) : part;
    return inner.replace(/\\(.)/gsu, "$1");
  });
}

/** The last command of a unit, with continued lines joined. An empty assignment forgets the ones before it. */
function commandOfUnit(text: string): string | null {
  const lines = text.replace(/\\\r?\n/g, " ").split(/\r?\n/);
  const commands = lines
    .filter((line) => line.startsWith("ExecStart="))
    .map((line) => line.slice("ExecStart=".length).trim());
  return commands.at(-1) || null;
}

/** `command` and `command_args` of an OpenRC service, without the redirections K3s's installer writes behind them. */
function commandOfScript(text: string): string | null {
  const joined = text.replace(/\\\r?\n/g, " ");
  const command = /^\s*command="?([^"\n]+)"?/m.exec(joined)?.[1];
  if (!command) return null;
  const args = /^\s*command_args="([\s\S]*?)"\s*$/m.exec(joined)?.[1] ?? "";
  return `${command} ${args.replace(/\d?>>?\s*\S+/g, " ")}`;
}

export type CommandLine = {
  binary: string;
  distribution: "k3s" | "rke2";
  role: "server" | "agent";
  flags: string[];
};

/** The K3s or RKE2 command a service runs; null when it runs something else. */
export function readCommand(unitText: string): CommandLine | null {
  const command = commandOfUnit(unitText) ?? commandOfScript(unitText);
  const words = splitWords(command ?? "");
  const first = words[0]?.replace(/^[-@:+!|]+/, "") ?? "";
  const role = words[1];
  const distribution = /(?:^|\/)(k3s|rke2)(?:[-._][^/]*)?$/.exec(first)?.[1] ?? null;
  if (distribution !== "k3s" && distribution !== "rke2") return null;
  if (role !== "server" && role !== "agent") return null;
  return { binary: first, distribution, role, flags: words.slice(2) };
}

/** The last value of a flag on a command line; a flag without a value is "true". */
export function readFlag(flags: readonly string[], names: readonly string[]): string | null {
  let value: string | null = null;
  flags.forEach((word, index) => {
    const [, name = "", , given] = /^--?([^=]+)(=(.*))?$/s.exec(word) ?? [];
    if (!names.includes(name)) return;
    const next = flags[index + 1];
    value = given ?? (next === undefined || next.startsWith("-") ? "true" : next);
  });
  return value;
}
