import { describe, expect, test } from "vitest";
import { definitionOf } from "@/tests/support/definitions";

describe("notes of an imported file", () => {
  test("stand at the entry they are written above or beside", () => {
    const { mirrors } = definitionOf(`mirrors:
  # above
  docker.io: # beside
    endpoint:
      # near
      - https://a # fast
      - https://b
    rewrite:
      ^a: b # rule
    x: 1 # extra
`);
    expect(mirrors).toMatchObject([
      {
        note: "above\nbeside",
        endpoints: [{ note: "near\nfast" }, { note: "" }],
        rewrites: [{ note: "rule" }],
        extras: [{ note: "extra" }],
      },
    ]);
  });

  test("at a field belong to the entry around it", () => {
    const { registryHosts } = definitionOf(`configs:
  harbor.corp:
    # login
    auth: # block
      username: ci # robot
    tls:
      ca_file: /ca # corp
`);
    expect(registryHosts?.[0]?.note).toBe("login\nblock\nrobot\ncorp");
  });

  test("at the top belong to the file, unless they touch the first section", () => {
    const { note, mirrorsNote } = definitionOf(`# site A
#
# owner: ops

# second block

# hub
mirrors:
  a:
`);
    expect(note).toBe("site A\n\nowner: ops\n\nsecond block");
    expect(mirrorsNote).toBe("hub");
  });

  test("above sections belong to these", () => {
    const definition = definitionOf("mirrors: # m\n  a:\n# c\nconfigs:\n  a:\n# o\nauths:\n");
    expect(definition).toMatchObject({ mirrorsNote: "m", registryHostsNote: "c", authsNote: "o" });
  });

  test("at the end of the file stay there", () => {
    expect(definitionOf("mirrors:\n  a:\n\n# bye\n# now\n").endNote).toBe("bye\nnow");
  });

  test("that are indented like what stands before them stay with it", () => {
    const { mirrors } = definitionOf(`mirrors:
  a:
    endpoint:
      - x
      # - y
  # b: {}
configs:
`);
    expect(mirrors).toMatchObject([{ note: "b: {}", endpoints: [{ note: "- y" }] }]);
  });

  test("of an entry that is given again move to the one that counts", () => {
    const { mirrors } = definitionOf(
      "mirrors:\n  # old\n  a: {endpoint: [x]}\n  # new\n  a: {endpoint: [y]}\n",
    );
    expect(mirrors).toMatchObject([{ note: "old\nnew", endpoints: [{ url: "y" }] }]);
  });

  test("within an unknown key belong to it", () => {
    const { extras } = definitionOf("x:\n  # inside\n  a: 1 # too\n  b:\n    # deep\n    - c\nmirrors:\n");
    expect(extras).toEqual([
      { key: "x", value: { kind: "text", text: "{a: 1, b: [c]}" }, note: "inside\ntoo\ndeep" },
    ]);
  });

  test("are all there is in a file of comments", () => {
    expect(definitionOf("# one\n\n# two\n")).toMatchObject({ note: "one\n\ntwo", endNote: "" });
  });

  test("are not taken from quoted text or block scalars", () => {
    const { registryHosts } = definitionOf(
      'configs:\n  a:\n    auth:\n      password: "p # q"\n      username: |\n        # u\n',
    );
    expect(registryHosts?.[0]?.note).toBe("");
    expect(registryHosts?.[0]?.auth?.username).toEqual({ kind: "text", text: "# u\n" });
  });
});
