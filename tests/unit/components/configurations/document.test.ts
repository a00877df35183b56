import { describe, expect, it } from "vitest";
import {
  type History,
  record,
  redo,
  rewrite,
  startHistory,
  undo,
} from "@/components/configurations/editor/document/history";
import { matchRows } from "@/components/configurations/editor/document/match-rows";
import { isSame, share } from "@/components/configurations/editor/document/share";
import { withStoredLogins } from "@/components/configurations/editor/take-over";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { toForm } from "@/lib/domain/registries/form";
import { newRegistryHost } from "@/lib/domain/registries/form-host";

describe("share", () => {
  it("keeps what is equal and only that", () => {
    const last = { a: [{ x: 1 }, { x: 2 }], b: { c: "d" } };
    const next = share(last, { a: [{ x: 1 }, { x: 3 }], b: { c: "d" } });
    expect(next).toEqual({ a: [{ x: 1 }, { x: 3 }], b: { c: "d" } });
    expect(next).not.toBe(last);
    expect(next.b).toBe(last.b);
    expect(next.a[0]).toBe(last.a[0]);
    expect(next.a[1]).not.toBe(last.a[1]);
  });

  it.each([
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[1, 2], [1], false],
    [[1], [1, 2], false],
    [[], {}, false],
    [null, {}, false],
  ])("tells %j and %j apart: %s", (one, other, same) => expect(isSame(one, other)).toBe(same));
});

describe("history", () => {
  const edit = (
    history: History<string>,
    text: string,
    { label = "url", at }: { label?: string; at: number },
  ) => record(history, text, { label, at });
  const type = (history: History<string>, text: string, at: number) => edit(history, text, { at });

  it("takes typing in one field for one step until a pause", () => {
    let history = startHistory("");
    for (const [at, text] of ["h", "ht", "htt"].entries()) history = type(history, text, at * 300);
    history = type(history, "http", 2000);
    expect(history.past).toEqual(["", "htt"]);
  });

  it("tells fields and buttons apart", () => {
    let history = type(startHistory("a"), "b", 0);
    history = edit(history, "c", { label: "name", at: 10 });
    history = edit(history, "d", { label: "", at: 20 });
    history = edit(history, "e", { label: "", at: 30 });
    expect(history.past).toEqual(["a", "b", "c", "d"]);
  });

  it("goes back and forth, and drops what was undone with the next edit", () => {
    const edited = type(type(startHistory("a"), "b", 0), "c", 5000);
    const back = undo(undo(undo(edited)));
    expect([back.present, back.past, back.future]).toEqual(["a", [], ["b", "c"]]);
    expect(redo(redo(redo(back))).present).toBe("c");
    expect(type(redo(back), "x", 9000)).toMatchObject({ past: ["a", "b"], present: "x", future: [] });
  });

  it("adds no step for what changed nothing, and keeps a bounded number", () => {
    const start = startHistory("a");
    expect(type(start, "a", 0)).toBe(start);
    let history = startHistory("0");
    for (let step = 1; step <= 500; step += 1) history = edit(history, String(step), { label: "", at: step });
    expect(history.past).toHaveLength(200);
    expect(undo(history).present).toBe("499");
  });

  it("never joins typing with what was there before going back", () => {
    const back = undo(type(type(startHistory("a"), "b", 0), "c", 5000));
    expect(type(back, "bx", 5100).past).toEqual(["a", "b"]);
  });
});

it.each([
  ["abc", "abc", [0, 1, 2]],
  ["abc", "cab", [2, 0, 1]],
  ["abc", "ac", [0, 2]],
  ["ac", "abc", [0, -1, 1]],
  ["abc", "axc", [0, 1, 2]],
  ["aa", "a", [0]],
  ["ab", "xyz", [-1, -1, -1]],
])("finds where the rows of %s went in %s", (before, after, expected) => {
  const rows = (text: string) => [...text].map((name) => ({ name, note: "" }));
  expect(matchRows(rows(before), rows(after))).toEqual(expected);
});

it("knows a row by its name when something else of it changed", () => {
  const before = [
    { name: "a", note: "" },
    { name: "b", note: "" },
  ];
  expect(
    matchRows(before, [
      { name: "b", note: "new" },
      { name: "a", note: "" },
    ]),
  ).toEqual([1, 0]);
});

it("forgets a stored password in every state that holds it", () => {
  const host = newRegistryHost("harbor.corp");
  const typed = (text: string) => ({
    ...host,
    auth: {
      ...host.auth,
      mode: "typed" as const,
      values: { ...host.auth.values, password: { kind: "text" as const, text, slug: "", emptyKept: false } },
    },
  });
  const form = (row: typeof host, note = "") => ({ ...toForm(emptyDefinition), note, registryHosts: [row] });
  const stored = {
    ...host,
    auth: {
      ...host.auth,
      mode: "stored" as const,
      credential: "harbor",
      storedFields: ["password" as const],
    },
  };
  const history = { ...startHistory(form(typed("canary"))), past: [form(host), form(typed("canary"), "x")] };
  const after = rewrite(history, withStoredLogins(form(typed("canary")), form(stored)));
  expect(JSON.stringify(after)).not.toContain("canary");
  expect(after.past).toEqual([form(host), form(stored, "x")]);
  expect(after.present).toEqual(form(stored));
});
