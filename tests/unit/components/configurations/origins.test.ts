import { describe, expect, it } from "vitest";
import { record, rewrite, startHistory, undo } from "@/components/configurations/editor/document/history";
import { Origins } from "@/components/configurations/editor/document/origins";
import { ontoForm } from "@/components/configurations/editor/replay/onto-form";
import { fromForm, toForm } from "@/lib/domain/registries/form";
import { newRegistryHost } from "@/lib/domain/registries/form-host";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { define, mirror } from "@/tests/support/definitions";

const stateOf = (note: string): DefinitionForm => toForm(define({ note }));
const base = { id: "1", number: 8, definition: define({}) };

describe("the revision a state was made on", () => {
  it("is the older one again behind a replay, and for all that is made of such a state", () => {
    const origins = new Origins();
    const before = record(startHistory(stateOf("start")), stateOf("mine"), { label: "", at: 0 });
    origins.mark([...before.past, before.present], base);
    const after = record(before, stateOf("merged"), { label: "", at: 1 });
    expect(origins.of(after.present)).toBeUndefined();
    const back = undo(after);
    expect(origins.of(back.present)).toBe(base);
    expect(origins.of(undo(back).present)).toBe(base);
    const typed = record(back, origins.inherit(back.present, stateOf("typed")), { label: "", at: 2 });
    expect(origins.of(typed.present)).toBe(base);
    const rewritten = rewrite(after, (state) => origins.inherit(state, { ...state, endNote: "stored" }));
    expect(rewritten.past.map((state) => origins.of(state))).toEqual([base, base]);
    expect(origins.of(rewritten.present)).toBeUndefined();
  });

  it("stays the first one through a second replay", () => {
    const origins = new Origins();
    const [first, second] = [stateOf("first"), stateOf("second")];
    origins.mark([first], base);
    origins.mark([first, second], { ...base, number: 9 });
    expect(origins.of(first)?.number).toBe(8);
    expect(origins.of(second)?.number).toBe(9);
  });
});

describe("a form that takes a whole definition", () => {
  it("keeps a login that was begun where the definition says nothing of it", () => {
    const host = newRegistryHost("a.corp");
    const begun = { ...host, auth: { ...host.auth, mode: "typed" as const } };
    const form = { ...toForm(define({})), registryHosts: [begun] };
    const next = ontoForm(form, { ...fromForm(form), mirrors: [mirror("docker.io")] });
    expect(next.registryHosts[0]?.auth.mode).toBe("typed");
    expect(next.mirrors.map(({ name }) => name)).toEqual(["docker.io"]);
  });

  it("is that definition, whatever was there", () => {
    const form = toForm(define({ note: "x", mirrors: [mirror("a", "https://a"), mirror("a", "https://a")] }));
    const wanted = define({ mirrors: [mirror("b", "https://b"), mirror("a", "https://c")] });
    expect(fromForm(ontoForm(form, wanted))).toEqual(wanted);
  });
});
