import { describe, expect, it } from "vitest";
import { DocumentStore } from "@/components/configurations/editor/document/document-store";
import { indexHostUses, usesIn } from "@/components/configurations/editor/document/host-index";
import { share } from "@/components/configurations/editor/document/share";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { newMirror, toForm } from "@/lib/domain/registries/form";
import { newRegistryHost } from "@/lib/domain/registries/form-host";

const form = {
  ...toForm(emptyDefinition),
  mirrors: [
    newMirror("docker.io", ["https://a.corp", "http://a.corp:5000/v2", "docker.io", ""]),
    newMirror("*", ["https://a.corp"]),
    newMirror("a.corp"),
    newMirror("__proto__", ["https://constructor"]),
  ],
  registryHosts: [newRegistryHost("a.corp")],
};

it.each([
  ["a.corp", ["docker.io 1", "* 1", "a.corp 0"]],
  ["a.corp:5000", ["docker.io 2"]],
  ["docker.io", ["docker.io 3", "docker.io 0"]],
  ["registry-1.docker.io", ["docker.io 3", "docker.io 0"]],
  ["constructor", ["__proto__ 1"]],
  ["__proto__", ["__proto__ 0"]],
  ["toString", []],
  ["", []],
])("finds for %j what asks it", (host, expected) => {
  const found = usesIn(indexHostUses(form), host);
  expect(found.map(({ mirror, position }) => `${mirror} ${position}`)).toEqual(expected);
});

describe("what rows are told", () => {
  it("stays the same object for those it does not concern", () => {
    const store = new DocumentStore(form);
    const before = usesIn(store.uses, "a.corp");
    const [first, ...others] = form.mirrors;
    const next = { ...form, mirrors: [{ ...newMirror("docker.io", ["https://b.corp"]) }, ...others] };
    store.take(share(form, { ...form, mirrors: [first ?? newMirror(""), ...others] }));
    expect(usesIn(store.uses, "a.corp")).toBe(before);
    const settings = store.settings;
    store.take(next);
    expect(usesIn(store.uses, "a.corp")).not.toBe(before);
    expect(store.settings).toBe(settings);
  });

  it("comes to every listener until it leaves", () => {
    const store = new DocumentStore(form);
    let told = 0;
    const leave = store.subscribe(() => {
      told += 1;
    });
    store.take(form);
    leave();
    store.take(form);
    expect(told).toBe(1);
  });
});
