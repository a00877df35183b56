import { expect, it } from "vitest";
import { FileWriter } from "@/components/configurations/editor/document/file-writer";
import { definitionOf } from "@/components/configurations/editor/document/known-definition";
import { renderMasked, renderPlain } from "@/components/configurations/editor/document/render-masked";
import { share, shareCopy } from "@/components/configurations/editor/document/share";
import { ReadingPacker, ReadingUnpacker } from "@/components/configurations/editor/yaml/packed-reading";
import { readFileText } from "@/components/configurations/editor/yaml/read-text";
import { fromForm, toForm } from "@/lib/domain/registries/form";
import { type Counted, countChanges } from "@/lib/domain/registries/form-changes";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { hidden } from "@/lib/domain/registries/mask";
import { fleetDefinition } from "@/tests/bench/definitions";

const start = toForm(fleetDefinition(6));

/** States as typing makes them one after the other: what did not change is the same object. */
function states(): DefinitionForm[] {
  const edits: ((form: DefinitionForm) => void)[] = [
    ({ mirrors }) => mirrors[2]?.endpoints.push({ url: "https://user:word@new.corp", note: "token: abc" }),
    ({ mirrors }) => mirrors.reverse(),
    ({ mirrors }) => mirrors.splice(1, 2),
    ({ registryHosts }) => registryHosts.shift(),
    (form) => Object.assign(form, { mirrorsNote: "password: hush", endNote: "end" }),
    ({ mirrors, registryHosts }) => [mirrors, registryHosts].map((rows) => rows.splice(0)),
  ];
  const all = [start];
  for (const edit of edits) {
    const last = all.at(-1) ?? start;
    const next = structuredClone(last);
    edit(next);
    all.push(share(last, next));
  }
  return [...all, ...all.toReversed()];
}

const pathsOf = ({ mirrors, registryHosts }: DefinitionForm) => [
  "mirrors",
  ...mirrors.flatMap((_mirror, at) => [
    `mirrors/${at}`,
    `mirrors/${at}/endpoints/1`,
    `mirrors/${at}/rewrites`,
  ]),
  ...registryHosts.flatMap((_host, at) => [`registryHosts/${at}`, `registryHosts/${at}/tls/ca_file`]),
  "mirrors/99",
];

it("writes what was written before as it would be written anew, lines and all", () => {
  const writers = { masked: new FileWriter([], () => hidden), plain: new FileWriter([]) };
  for (const state of states()) {
    const definition = definitionOf(state);
    expect(definition).toEqual(fromForm(state));
    expect(writers.plain.write(definition).text).toBe(renderPlain(definition, []));
    const { text, lines } = writers.masked.write(definition);
    const anew = renderMasked(definition, []);
    expect(text).toBe(anew.text);
    for (const path of pathsOf(state)) expect(lines.get(path), path).toEqual(anew.lines.get(path));
  }
});

it("counts changes as if for the first time", () => {
  const counted: Counted = new WeakMap();
  const base = fromForm(start);
  for (const state of states())
    expect(countChanges(base, definitionOf(state), counted)).toBe(countChanges(base, fromForm(state)));
});

it("copies what differs and nothing else", () => {
  const live = structuredClone(start);
  expect(shareCopy(start, live)).toBe(start);
  Object.assign(live.mirrors[1] ?? {}, { name: "typed.corp" });
  const copy = shareCopy(start, live);
  expect(copy).toEqual(live);
  expect(copy.mirrors[0]).toBe(start.mirrors[0]);
  Object.assign(live.mirrors[1] ?? {}, { name: "typed further" });
  expect(copy.mirrors[1]?.name).toBe("typed.corp");
});

it("sends of a text that is typed in only the rows that are new", () => {
  const packer = new ReadingPacker();
  const unpacker = new ReadingUnpacker();
  let last: DefinitionForm | null = null;
  for (const state of states()) {
    const text = renderPlain(fromForm(state), []);
    const read = readFileText(text, []);
    const packed = packer.pack(read);
    const sent = structuredClone(packed);
    const got = unpacker.unpack(sent);
    expect(got).toEqual(read);
    if (last && got.ok && last.mirrors.length > 1 && got.form.mirrors.length > 1) {
      const known = new Set(last.mirrors);
      expect(got.form.mirrors.filter((row) => known.has(row)).length).toBeGreaterThan(1);
    }
    last = got.ok ? got.form : last;
    expect(unpacker.unpack(packer.pack({ ok: false, line: 3 }))).toEqual({ ok: false, line: 3 });
  }
});
