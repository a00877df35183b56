import { describe, expect, it } from "vitest";
import { type Source, understandFile } from "@/components/configurations/import/understand-file";

const read = (text: string, more: Partial<Source> = {}) => understandFile({ name: "", text, ...more });
const hosts = '[host."https://m.corp"]\n';

describe("understandFile", () => {
  it("reads registries.yaml as before, and names no keys", async () => {
    const { format, result } = await read("mirrors:\n  docker.io:\n");
    expect([format, "rows" in result && result.rows]).toEqual(["registries-yaml", []]);
  });

  it("moves the logins of another tool's file to credentials", async () => {
    const { format, result } = await read('{"auths": {"r.corp": {"username": "u", "password": "canary"}}}');
    if (!result.ok) throw new Error("not read");
    expect([format, result.rows.length]).toEqual(["docker-config", 2]);
    expect(result.credentials).toEqual([
      { slug: "r-corp", host: "r.corp", fields: ["username", "password"] },
    ]);
    expect(result.preview).toContain('password: "{{secret:r-corp.password}}"');
    expect(JSON.stringify([result.preview, result.rows])).not.toContain("canary");
  });

  it("asks which registry a hosts.toml is for, unless its server tells", async () => {
    expect(await read(hosts)).toEqual({
      format: "hosts-toml",
      registry: "",
      result: { ok: false, needs: "registry" },
    });
    const typed = await read(hosts, { registry: " quay.io " });
    expect(typed.result.ok && typed.result.definition.mirrors?.[0]?.name).toBe("quay.io");
    expect((await read(hosts, { registry: " " })).result).toEqual({ ok: false, needs: "registry" });
    const told = await read(`server = "https://ghcr.io"\n${hosts}`);
    expect([told.registry, told.result.ok && told.result.definition.mirrors?.[0]?.name]).toEqual([
      "ghcr.io",
      "ghcr.io",
    ]);
  });

  it("reads a file as what the reader says it is", async () => {
    const { format, result } = await read("{}", { as: "docker-daemon" });
    expect([format, result.ok]).toEqual(["docker-daemon", true]);
    expect((await read(hosts, { as: "docker-config" })).result).toEqual({
      ok: false,
      failure: expect.objectContaining({ code: "json-broken" }),
    });
    expect((await read(hosts, { as: "containerd-config" })).result).toEqual({
      ok: false,
      failure: { code: "no-registry-part" },
    });
  });
});
