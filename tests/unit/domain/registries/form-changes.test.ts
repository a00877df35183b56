import { describe, expect, it } from "vitest";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { fromForm, newMirror, toForm } from "@/lib/domain/registries/form";
import { countChanges } from "@/lib/domain/registries/form-changes";
import { newRegistryHost } from "@/lib/domain/registries/form-host";

const form = {
  ...toForm(emptyDefinition),
  mirrors: [
    newMirror("docker.io", ["https://a", "https://b", "https://c"]),
    newMirror("quay.io", ["https://a"]),
  ],
  registryHosts: [newRegistryHost("harbor.corp")],
};
const base = fromForm(form);
const [hub = newMirror(""), quay = newMirror("")] = form.mirrors;
const [host = newRegistryHost("")] = form.registryHosts;
const changes = (changed: Partial<typeof form>) => countChanges(base, fromForm({ ...form, ...changed }));

describe("countChanges", () => {
  it("finds none in an equal definition", () => expect(changes({})).toBe(0));

  it("counts an endpoint that moved once", () => {
    expect(changes({ mirrors: [{ ...hub, endpoints: hub.endpoints.toReversed() }, quay] })).toBe(1);
  });

  it("counts what was added, removed and renamed", () => {
    expect(changes({ mirrors: [hub, quay, newMirror("gcr.io")] })).toBe(1);
    expect(changes({ mirrors: [hub] })).toBe(1);
    expect(changes({ mirrors: [hub, { ...quay, name: "ghcr.io" }] })).toBe(1);
    expect(changes({ mirrors: [] })).toBe(2);
  });

  it("counts each changed value of one entry", () => {
    const tls = { ...host.tls, insecure_skip_verify: true };
    expect(changes({ note: "x", registryHosts: [{ ...host, note: "y", tls }] })).toBe(3);
  });

  it("counts a typed secret that replaces a stored one once", () => {
    const value = (kind: "text" | "secret") => ({
      ...host,
      auth: {
        ...host.auth,
        mode: "typed" as const,
        values: { ...host.auth.values, password: { kind, text: "pw", slug: "hub", emptyKept: false } },
      },
    });
    const stored = fromForm({ ...form, registryHosts: [value("secret")] });
    expect(countChanges(stored, fromForm({ ...form, registryHosts: [value("text")] }))).toBe(1);
  });
});
