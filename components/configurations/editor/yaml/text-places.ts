import type { Range } from "@/lib/domain/registries/yaml/source";

/** Where each of some texts stands in the file, which names them in this order. What is not there is left out. */
export function placesInText<Each extends { text: string }>(
  file: string,
  wanted: readonly Each[],
): { each: Each; range: Range }[] {
  const from = new Map<string, number>();
  return wanted.flatMap((each) => {
    const offset = file.indexOf(each.text, from.get(each.text) ?? 0);
    if (offset === -1) return [];
    const end = offset + each.text.length;
    from.set(each.text, end);
    const line = file.slice(0, offset).split("\n").length;
    const column = offset - file.lastIndexOf("\n", offset - 1);
    const start = { offset, line, column };
    return [{ each, range: { start, end: { offset: end, line, column: column + each.text.length } } }];
  });
}
