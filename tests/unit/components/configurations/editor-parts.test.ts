import { describe, expect, it } from "vitest";
import { dropPosition } from "@/components/configurations/editor/drop-position";
import { type EditorForm, editorFormSchema } from "@/components/configurations/editor/editor-schema";
import { errorPaths } from "@/components/configurations/editor/error-paths";
import { changedLines } from "@/components/configurations/editor/file/changed-lines";
import { fieldOfIssue } from "@/components/configurations/editor/server-issues";
import { yamlParts } from "@/components/configurations/yaml-block";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { newMirror, toForm } from "@/lib/domain/registries/form";
import { newRegistryHost } from "@/lib/domain/registries/form-host";

const host = newRegistryHost("harbor.corp");
const values: EditorForm = {
  name: "harbor-prod",
  message: "",
  definition: {
    ...toForm(emptyDefinition),
    registryHosts: [host, { ...host, host: "b", auth: { ...host.auth, mode: "stored", credential: "hub" } }],
  },
};

describe("where a refused value is shown", () => {
  it.each([
    [["name"], "name"],
    [["definition", "mirrors", 2, "endpoints", 0, "url"], "definition.mirrors.2.endpoints.0.url"],
    [
      ["definition", "registryHosts", 0, "auth", "password"],
      "definition.registryHosts.0.auth.values.password.text",
    ],
    [
      ["definition", "registryHosts", 1, "auth", "username", "slug"],
      "definition.registryHosts.1.auth.credential",
    ],
    [
      ["definition", "registryHosts", 0, "tls", "ca_file", "slug"],
      "definition.registryHosts.0.tls.ca_file.source",
    ],
    [["definition", "registryHosts", 0, "host"], "definition.registryHosts.0.host"],
    [["baseNumber"], undefined],
  ])("maps %j to %s", (path, field) => expect(fieldOfIssue(path, values)).toBe(field));
});

it("lists refused fields in the order of the page", () => {
  const error = { type: "required", message: "Fill this in." };
  const found = errorPaths({
    definition: { registryHosts: [undefined, { host: error }], mirrors: [{ name: error }] },
    name: error,
  });
  expect(found.map(({ path }) => path)).toEqual([
    "name",
    "definition.mirrors.0.name",
    "definition.registryHosts.1.host",
  ]);
});

it("refuses a name that stands twice, at the second place", () => {
  const mirrors = [newMirror("docker.io"), newMirror("quay.io"), newMirror("docker.io")];
  const parsed = editorFormSchema.safeParse({ ...values, definition: { ...values.definition, mirrors } });
  expect(parsed.error?.issues).toMatchObject([
    { path: ["definition", "mirrors", 2, "name"], message: "duplicate-name" },
  ]);
});

it("says that an empty name is missing", () => {
  const definition = { ...values.definition, mirrors: [newMirror("")] };
  expect(editorFormSchema.safeParse({ ...values, definition }).error?.issues).toMatchObject([
    { path: ["definition", "mirrors", 0, "name"], message: "required" },
  ]);
});

it("marks lines that are new, not lines that moved", () => {
  expect(changedLines("a\nb\nc\n", "c\na\nx\nb\nb\n")).toEqual(new Set([3, 5]));
  expect(changedLines("a\n", "a\n\n").size).toBe(0);
});

it.each([
  [3, 0, "top", 0],
  [0, 3, "bottom", 3],
  [0, 3, "top", 2],
  [2, 1, "bottom", 2],
  [1, 1, "bottom", 1],
] as const)("drops row %i over row %i at its %s as row %i", (...[from, over, edge, to]) => {
  expect(dropPosition(from, over, edge)).toBe(to);
});

it("splits a line of YAML into parts that make up the line again", () => {
  const lines = [
    '  "docker.io":',
    '      - "https://a"',
    "# note: x",
    "    insecure_skip_verify: true",
    "",
    'a: "b: c"',
  ];
  for (const line of lines) {
    expect(yamlParts(line).reduce((text, part) => text + part.text, "")).toBe(line);
  }
  expect(yamlParts("# note: x")[1]?.color).toBe("var(--code-comment)");
  expect(yamlParts('  "docker.io":')[1]).toEqual({ text: '"docker.io"', color: "var(--code-key)" });
});
