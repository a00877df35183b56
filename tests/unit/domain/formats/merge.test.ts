import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MergeChoice, mergeDefinitions } from "@/lib/domain/formats/merge-definitions";
import { render } from "@/lib/domain/registries/render";
import { definitionOf } from "@/tests/support/definitions";
import { runs } from "@/tests/support/runs";
import { definition as anyDefinition } from "../registries/arbitraries";

const mine = definitionOf(`# ours
mirrors:
  # keep this note
  docker.io:
    endpoint: [https://a.corp, https://b.corp]
  quay.io:
    endpoint: [https://q.corp]
configs:
  a.corp:
    auth: {username: u, password: "{{secret:robot.password}}"}
  tls.corp:
    tls: {ca_file: /ca.crt}
`);
const theirs = definitionOf(`# theirs
mirrors:
  ghcr.io:
    endpoint: [https://g.corp]
  docker.io:
    endpoint: [https://b.corp/v2, https://c.corp]
    rewrite: {"^x": "y"}
  quay.io:
    # another note
    endpoint: [https://q.corp]
configs:
  a.corp:
    auth: {username: u, password: other}
  tls.corp:
    auth: {username: v, password: w}
`);
const decided = (entries: Record<string, MergeChoice>) => new Map(Object.entries(entries));

describe("mergeDefinitions", () => {
  it("adds what is new, keeps what is alike, and asks about the rest", () => {
    const { definition, conflicts, added, same } = mergeDefinitions(mine, theirs);
    expect(conflicts).toEqual([
      { id: "mirrors/docker.io", section: "mirrors", name: "docker.io", choices: ["mine", "theirs", "both"] },
      { id: "registryHosts/a.corp", section: "registryHosts", name: "a.corp", choices: ["mine", "theirs"] },
      {
        id: "registryHosts/tls.corp",
        section: "registryHosts",
        name: "tls.corp",
        choices: ["mine", "theirs", "both"],
      },
    ]);
    expect([added, same]).toEqual([[{ section: "mirrors", name: "ghcr.io" }], 1]);
    expect(definition.mirrors?.map(({ name }) => name)).toEqual(["docker.io", "quay.io", "ghcr.io"]);
    expect(definition.mirrors?.[0]).toEqual(mine.mirrors?.[0]);
    expect(definition.mirrorsNote).toBe("ours\n\ntheirs");
  });

  it("does as decided, one by one", () => {
    const { definition } = mergeDefinitions(
      mine,
      theirs,
      decided({
        "mirrors/docker.io": "both",
        "registryHosts/a.corp": "theirs",
        "registryHosts/tls.corp": "both",
      }),
    );
    expect(render(definition)).toBe(`# ours
#
# theirs
mirrors:
  # keep this note
  "docker.io":
    endpoint:
      - "https://a.corp"
      - "https://b.corp"
      - "https://c.corp"
    rewrite:
      "^x": "y"
  "quay.io":
    endpoint:
      - "https://q.corp"
  "ghcr.io":
    endpoint:
      - "https://g.corp"

configs:
  "a.corp":
    auth:
      username: "u"
      password: "other"
  "tls.corp":
    auth:
      username: "v"
      password: "w"
    tls:
      ca_file: "/ca.crt"
`);
  });

  it("offers both only where it makes another entry than mine and theirs", () => {
    const short = definitionOf("mirrors:\n  docker.io:\n    endpoint: [https://a.corp]\n");
    expect(mergeDefinitions(mine, short).conflicts[0]?.choices).toEqual(["mine", "theirs"]);
    const refused = mergeDefinitions(mine, short, decided({ "mirrors/docker.io": "both" }));
    expect(refused.definition.mirrors?.[0]).toEqual(mine.mirrors?.[0]);
    const auths = [
      definitionOf("auths: {a: {auth: x}}\nfoo: 1\n"),
      definitionOf("auths: {a: {auth: y}}\nfoo: 2\n"),
    ] as const;
    const { conflicts } = mergeDefinitions(...auths);
    expect(conflicts.map(({ id, choices }) => [id, choices.length])).toEqual([
      ["auths/a", 2],
      ["extras/foo", 2],
    ]);
    const taken = mergeDefinitions(...auths, decided({ "auths/a": "theirs", "extras/foo": "theirs" }));
    expect(render(taken.definition)).toBe(render(auths[1]));
  });

  it("changes nothing where a file meets itself or nothing", () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const empty = definitionOf("");
        const itself = mergeDefinitions(definition, definition);
        expect([itself.conflicts, itself.definition]).toEqual([[], definition]);
        expect(mergeDefinitions(definition, { ...empty, mirrors: null }).definition).toEqual(definition);
        expect(render(mergeDefinitions(empty, definition).definition)).toBe(render(definition));
      }),
      runs(200),
    );
  });
});
