import { expect, it } from "vitest";
import { type Held, heldPattern, readHeld, writeHeld } from "@/lib/domain/pushes/held";
import { startPushSchema } from "@/lib/domain/pushes/review";

const [one, two, three] = ["1", "2", "3"].map((digit) => digit.repeat(64)) as [string, string, string];

it.each<[string, Held]>([
  ["absent", { file: "absent", templates: new Map() }],
  [one, { file: one, templates: new Map() }],
  [
    `absent config-v3.toml.tmpl=${two}`,
    { file: "absent", templates: new Map([["config-v3.toml.tmpl", two]]) },
  ],
  [
    `${one} config.toml.tmpl=${two} config-v3.toml.tmpl=${three}`,
    {
      file: one,
      templates: new Map([
        ["config.toml.tmpl", two],
        ["config-v3.toml.tmpl", three],
      ]),
    },
  ],
])("is written and read: %s", (text, held) => {
  expect(writeHeld(held)).toBe(text);
  expect(readHeld(text)).toEqual(held);
  expect(text).toMatch(heldPattern);
});

it("does not depend on the order in which templates were found", () => {
  const templates = new Map([
    ["config-v3.toml.tmpl", three],
    ["config.toml.tmpl", two],
  ] as const);
  expect(writeHeld({ file: one, templates })).toBe(
    `${one} config.toml.tmpl=${two} config-v3.toml.tmpl=${three}`,
  );
});

it.each([
  "",
  one.slice(1),
  `${one} `,
  `${one} passwd=${two}`,
  `${one} config.toml.tmpl=absent`,
  `${one} configXtoml.tmpl=${two}`,
  `${one} config-v3.toml.tmpl=${two} config.toml.tmpl=${two}`,
  `${one}\nconfig.toml.tmpl=${two}`,
])("refuses %j in the start of a push", (reviewed) => {
  const start = (text: string) =>
    startPushSchema.safeParse({
      groupId: "ckaaaaaaaaaaaaaaaaaaaaaaa",
      revisionId: "ckaaaaaaaaaaaaaaaaaaaaaaa",
      wantedDigest: one,
      nodes: [{ nodeId: "ckaaaaaaaaaaaaaaaaaaaaaaa", reviewed: text }],
      options: {},
    }).success;
  expect(start(one)).toBe(true);
  expect(start(reviewed)).toBe(false);
});
