import fc from "fast-check";
import type { Decoded } from "@/lib/domain/registries/decode";
import { decodeFile, readFileText } from "@/lib/domain/registries/file-text";
import type { Finding } from "@/lib/domain/registries/lint/lint";
import { render } from "@/lib/domain/registries/render";
import { type TargetInput, templateNames } from "@/lib/domain/registries/target";
import { definition, yamlText } from "../arbitraries";
import { documentedFiles } from "../documented-files";
import k3s from "../golden/k3s-files.json";
import { guideFiles } from "../reference-files";

/** Files people really have. */
export const realFiles: readonly string[] = [...guideFiles, ...documentedFiles].map(({ text }) => text);
const known = [...realFiles, ...k3s.cases.map(({ registriesYaml }) => registriesYaml)];

const encoder = new TextEncoder();
export const toBytes = (text: string): Uint8Array => encoder.encode(text);

type Change = (text: string, at: number, other: number) => string;
const within = (length: number, at: number) => (length === 0 ? 0 : at % length);
const overLines = (change: (lines: string[], one: number, other: number) => string[]): Change => {
  return (text, at, other) => {
    const lines = text.split("\n");
    return change(lines, within(lines.length, at), within(lines.length, other)).join("\n");
  };
};

const changes: readonly Change[] = [
  overLines((lines, one, other) => lines.with(one, lines[other] ?? "").with(other, lines[one] ?? "")),
  overLines((lines, one, other) => lines.toSpliced(other, 0, ...lines.slice(one, one + 4))),
  overLines((lines, one) => lines.with(one, ` ${lines[one]}`)),
  overLines((lines, one) => lines.with(one, (lines[one] ?? "").replace(/^ /, ""))),
  overLines((lines, one) => lines.with(one, (lines[one] ?? "").replace(/^ +/, "\t"))),
  overLines((lines, one, other) => lines.toSpliced(one, other % 3)),
  overLines((lines, one) => lines.with(one, `${lines[one]}\r`)),
  (text, at, other) => text.slice(0, within(text.length, at)) + text.slice(within(text.length, other)),
  (text, at) => text.slice(0, within(text.length, at)),
  (text, at, other) => {
    const mark = "&*!|>'\"%@`{}[]:,#?-~\u00a0\ufeff\u2028\u0085"[other % 26] ?? "";
    const place = within(text.length, at);
    return text.slice(0, place) + mark + text.slice(place);
  },
];

const place = fc.nat(4000);
const steps = fc.array(fc.tuple(fc.constantFrom(...changes), place, place), { minLength: 1, maxLength: 4 });

/** A real file with a few things gone wrong in it. */
const mutated = fc
  .tuple(fc.constantFrom(...known), steps)
  .map(([file, made]) => made.reduce((text, [change, at, other]) => change(text, at, other), file));

const flips = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 3 });
const flipped = fc.tuple(fc.constantFrom(...known), flips).map(([file, made]) => {
  const bytes = toBytes(file);
  for (const [at, value] of made) bytes[within(bytes.length, at)] = value;
  return bytes;
});

const utf16 = (littleEndian: boolean) => (text: string) => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2 + 2, text.charCodeAt(at), littleEndian);
  return bytes;
};

/** Bytes of a file: real ones damaged, definitions written out, and anything at all. */
export const fileBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: mutated.map(toBytes) },
  { weight: 3, arbitrary: flipped },
  { weight: 3, arbitrary: yamlText.map(toBytes) },
  { weight: 3, arbitrary: definition.map((value) => toBytes(render(value))) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  { weight: 1, arbitrary: fc.tuple(mutated, fc.boolean()).map(([text, little]) => utf16(little)(text)) },
);

const version = fc.constantFrom(
  "v1.26.12+k3s1",
  "v1.28.6+k3s1",
  "v1.29.2+k3s1",
  "v1.29.3+k3s1",
  "v1.30.4+k3s1",
  "v1.31.6+rke2r1",
  "v1.36.2+k3s1",
  "v1.99.0+k3s1",
);

export const target: fc.Arbitrary<TargetInput> = fc.record(
  {
    version,
    disableDefaultRegistryEndpoint: fc.boolean(),
    embeddedRegistry: fc.boolean(),
    podCredentials: fc.boolean(),
    puller: fc.constantFrom("containerd", "rke2-runtime"),
    dataDir: fc.constantFrom("/data", "/a b/../c", "/é//"),
    userTemplate: fc.constantFrom<TargetInput["userTemplate"][]>(true, false, ...templateNames),
  },
  { requiredKeys: [] },
);

/** Names for which a file is asked, some of them none. */
export const images = [
  "busybox",
  "registry.example.com:5000/team/app:1",
  "quay.io/a/b@sha256:82becede498899ec668628e7cb0ad87b6e1c371cb8a1e597d83a47fac21d6af3",
  "localhost:5000/x",
  "[::1]:5000/x",
  "Not/Valid",
] as const;

/** A file as K3s reads it; null where it does not. */
export function decodedOf(bytes: Uint8Array): { text: string; decoded: Decoded } | null {
  const file = readFileText(bytes);
  const result = decodeFile(file);
  return result.ok ? { text: file.text, decoded: result.result } : null;
}

export const isBad = ({ severity }: Finding) => severity === "error";
