import { describe, expect, it } from "vitest";
import { replayChanges } from "@/lib/domain/registries/replay/replay";
import type { Definition, Mirror } from "@/lib/domain/registries/schema";
import { define, host, mirror, secret, text } from "@/tests/support/definitions";

const one = (...mirrors: Mirror[]) => define({ mirrors });
const endpointsOf = ({ mirrors }: Definition, at = 0) => mirrors?.[at]?.endpoints?.map(({ url }) => url);
const replay = (base: Definition, theirs: Definition, mine: Definition) =>
  replayChanges({ base, theirs, mine }, () => "mine");

const tls = (insecure: boolean, path: string | null) => ({
  ca_file: path === null ? null : ({ kind: "path", path } as const),
  cert_file: null,
  key_file: null,
  insecure_skip_verify: insecure,
  extras: [],
});
const rewrite = (pattern: string, replacement: string) => ({ pattern, replacement, note: "" });
const extra = (key: string, value: string) => ({ key, value: text(value), note: "" });
const hosts = (...registryHosts: Definition["registryHosts"] & object) => define({ registryHosts });

describe("without asking, a replay", () => {
  it("brings together what was changed in different places of one entry", () => {
    const base = { ...mirror("docker.io", "https://a", "https://b"), rewrites: [rewrite("^a", "b")] };
    const theirs = { ...base, note: "theirs", endpoints: [...(base.endpoints ?? []).toReversed()] };
    const mine = { ...base, rewrites: [rewrite("^a", "c"), rewrite("^d", "e")] };
    const { definition, conflicts } = replay(one(base), one(theirs), one(mine));
    expect(conflicts).toEqual([]);
    expect(definition).toEqual(one({ ...theirs, rewrites: mine.rewrites }));
  });

  it("follows an entry to the new name the other gave it", () => {
    const { definition, conflicts } = replay(
      one(mirror("a", "https://a")),
      one(mirror("b", "https://a")),
      one(mirror("a", "https://a", "https://mine")),
    );
    expect([definition, conflicts]).toEqual([one(mirror("b", "https://a", "https://mine")), []]);
  });

  it("puts what both added at one place one behind the other, theirs first", () => {
    const { definition } = replay(
      one(mirror("m", "https://a", "https://z")),
      one(mirror("m", "https://a", "https://t", "https://z")),
      one(mirror("m", "https://a", "https://m", "https://z")),
    );
    expect(endpointsOf(definition)).toEqual(["https://a", "https://t", "https://m", "https://z"]);
  });

  it("takes once what both added alike", () => {
    const { definition, conflicts } = replay(
      one(),
      one(mirror("a"), mirror("t")),
      one(mirror("m"), mirror("a")),
    );
    expect(definition.mirrors?.map(({ name }) => name)).toEqual(["m", "a", "t"]);
    expect(conflicts).toEqual([]);
  });

  it("keeps an empty section as the side that changed it wrote it", () => {
    const base = one(mirror("a"));
    expect(
      replay(base, define({ mirrors: null }), define({ ...base, note: "x" })).definition.mirrors,
    ).toBeNull();
    expect(replay(base, one(), define({ ...base, note: "x" })).definition.mirrors).toEqual([]);
    expect(replay(define({}), define({ note: "x" }), one()).definition.mirrors).toEqual([]);
  });

  it("keeps an entry that both took away away", () => {
    const base = one(mirror("a"), mirror("b"));
    expect(replay(base, one(mirror("b")), one(mirror("b"))).definition).toEqual(one(mirror("b")));
  });
});

const withNote = (note: string) => ({ ...mirror("a", "https://a"), note });

describe("a replay asks, and keeps what is chosen, where both changed", () => {
  it.each([
    ["note", define({ note: "0" }), define({ note: "1" }), define({ note: "2" })],
    ["end-note", define({ endNote: "0" }), define({ endNote: "1" }), define({ endNote: "2" })],
    ["section-note", define({ mirrorsNote: "0" }), define({ mirrorsNote: "1" }), define({ mirrorsNote: "" })],
    ["note", one(withNote("0")), one(withNote("1")), one(withNote("2"))],
    ["endpoint", one(mirror("a", "https://a")), one(mirror("a", "https://t")), one(mirror("a", "https://m"))],
    ["entry", one(withNote("0"), mirror("b")), one(mirror("b")), one(withNote("1"), mirror("b"))],
    ["entry", one(), one(withNote("1")), one(withNote("2"))],
    ["name", one(mirror("a", "https://a")), one(mirror("b", "https://a")), one(mirror("c", "https://a"))],
    [
      "order",
      one(...["1", "2", "3"].map((name) => ({ ...mirror(name), note: name }))),
      one(...["3", "1", "2"].map((name) => ({ ...mirror(name), note: name }))),
      one(...["2", "1", "3"].map((name) => ({ ...mirror(name), note: name }))),
    ],
    [
      "order",
      one(mirror("a", "https://1", "https://2", "https://3")),
      one(mirror("a", "https://3", "https://1", "https://2")),
      one(mirror("a", "https://2", "https://1", "https://3")),
    ],
    [
      "rewrite",
      one({ ...mirror("a"), rewrites: [rewrite("^a", "0")] }),
      one({ ...mirror("a"), rewrites: [rewrite("^a", "1")] }),
      one({ ...mirror("a"), rewrites: [] }),
    ],
    [
      "login",
      hosts(host("a", { username: text("u"), password: secret("s") })),
      hosts(host("a", { username: text("other"), password: secret("s") })),
      hosts(host("a", { username: text("u"), password: text("mine") })),
    ],
    [
      "tls",
      hosts(host("a", null, { tls: tls(false, null) })),
      hosts(host("a", null, { tls: tls(true, null) })),
      hosts(host("a", null, { tls: tls(false, "/ca.crt") })),
    ],
    ["entry", hosts(host("a", null)), hosts(), hosts(host("a", { username: text("u") }))],
    ["extra", define({}), define({ extras: [extra("x", "1")] }), define({ extras: [extra("x", "2")] })],
    [
      "login",
      define({ auths: [{ host: "a", note: "", auth: null }] }),
      define({ auths: [{ host: "a", note: "", auth: host("a", { username: text("1") }).auth }] }),
      define({ auths: [{ host: "a", note: "", auth: host("a", { username: text("2") }).auth }] }),
    ],
  ])("the %s (%#)", (part, ...[base, theirs, mine]) => {
    const asked = replay(base, theirs, mine);
    expect(asked.conflicts.map((each) => each.part)).toEqual([part]);
    expect(asked.definition).toEqual(mine);
    expect(replayChanges({ base, theirs, mine }, () => "theirs").definition).toEqual(theirs);
  });

  it("shows either side in the words of the file, and nothing where there is nothing", () => {
    const [conflict] = replay(
      one(mirror("a", "https://a")),
      one(mirror("a")),
      one(mirror("a", "https://m")),
    ).conflicts;
    // Their mirror has no endpoints any more; mine has another one in its place.
    expect(conflict?.theirs).toBeNull();
    expect(conflict?.mine).toEqual(one(mirror("a", "https://m")));
    expect(conflict?.subject).toEqual({ kind: "mirror", name: "a" });
  });
});
