// A text node ends at a tag or an expression. What stands there must not look like code, which generics and arrows do.
const textNode =
  /(?<!=)>(?!,\s*\w+\??:|\s[\w.]+\s\?\s)(?<text>[^<>{}()[\]=|&;]*\p{L}{2}[^<>{}()[\]=|&;]*)(?=<\/|<[A-Za-z]|\{)/gu;
const spokenAttribute =
  /\s(?:aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|hint|description|summary|caption|confirmLabel|cancelLabel)=(?:\{\s*)?["'`](?<text>[^"'`]*)["'`]/gu;
const spokenExpression = />\s*\{\s*["'`](?<text>[^"'`]*\p{L}{2}[^"'`]*)["'`]\s*\}/gu;
const chineseText = /(?<text>\p{Script=Han}+)/gu;

/** Names that no language translates. */
const names = ["TLS", "SSH", "YAML"];

/** Examples of what machines read, such as `registry.corp:5000` or `/etc/rancher`, are the same in every language. */
const isMachineText = (text: string) =>
  /^-----BEGIN [A-Z ]+-----$/.test(text) || (!/\s/.test(text.trim()) && /[.:/@*$]/.test(text));

const withoutComments = (source: string) =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/.*$/gm, "$1");

/** Words for people that stand in the source instead of in a catalogue, with their lines. */
export function findLiterals(source: string): { line: number; text: string }[] {
  const code = withoutComments(source);
  return [textNode, spokenAttribute, spokenExpression, chineseText]
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .map((match) => ({
      line: code.slice(0, match.index).split("\n").length,
      text: match.groups?.["text"]?.trim() ?? "",
    }))
    .filter(({ text }) => !names.includes(text))
    .filter(({ text }) => /\p{L}/u.test(text.replace(/\$\{[^}]*\}/g, "")) && !isMachineText(text));
}
