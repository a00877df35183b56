import type { Remark } from "@/lib/domain/registries/remark";
import type { Definition } from "@/lib/domain/registries/schema";
import { isPlainKey } from "./leave-out";

const namesOf = ({ mirrors, registryHosts, auths }: Definition) =>
  new Set([
    ...(mirrors ?? []).map(({ name }) => name),
    ...(registryHosts ?? []).map(({ host }) => host),
    ...(auths ?? []).map(({ host }) => host),
  ]);

/** Remarks with nothing of the text in them but names that are shown anyway; anything else may be a login. */
export function plainRemarks(remarks: readonly Remark[], shown: Definition): Remark[] {
  const names = namesOf(shown);
  const plain = (text: string) => (text === "" || names.has(text) || isPlainKey(text) ? text : "…");
  return remarks.map((remark) => ({
    ...remark,
    params: Object.fromEntries(
      Object.entries(remark.params).map(([name, text]) => [
        name,
        name === "type" ? tagText(text) : plain(text),
      ]),
    ),
  }));
}

const tagText = (tag: string) => (/^!{1,2}[\w-]{0,40}$/.test(tag) ? tag : "…");

/** Comments that are the rest of a secret: YAML ends an unquoted text where ` #` begins a comment. */
export function cutSecretRests(remarks: readonly Remark[], text: string): Set<string> {
  const lines = text.split(/\r\n|\r|\n/);
  return new Set(
    remarks.flatMap(({ code, range: { end } }) => {
      if (code !== "secret-cut") return [];
      const [, rest = ""] = /#(.*)$/.exec((lines[end.line - 1] ?? "").slice(end.column - 1)) ?? [];
      return [rest.trim()];
    }),
  );
}
