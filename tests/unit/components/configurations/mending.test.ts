import { describe, expect, it } from "vitest";
import { rebase } from "@/components/configurations/editor/document/rebase";
import {
  certificateAt,
  renderMasked,
  renderPlain,
  renderReadable,
} from "@/components/configurations/editor/document/render-masked";
import { mendSafely } from "@/components/configurations/editor/findings/mend-safely";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { fromForm, newMirror, toForm } from "@/lib/domain/registries/form";
import { newRegistryHost } from "@/lib/domain/registries/form-host";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { lint } from "@/lib/domain/registries/lint/lint";
import { parse } from "@/lib/domain/registries/parse";

const certificates = [
  {
    slug: "corp",
    name: "corp",
    kind: "ca" as const,
    subject: "CN=corp",
    hasKey: false,
    paths: { crt: "/etc/rancher/pullpath/tls/0123456789abcdef.crt", key: null },
  },
];
const host = newRegistryHost("harbor.corp");

function formWith(change: Partial<DefinitionForm>): DefinitionForm {
  return { ...toForm(emptyDefinition), ...change };
}

const secretive = formWith({
  mirrors: [newMirror("docker.io", ["harbor.corp/x", "https://robot:canary-1@b.corp"])],
  registryHosts: [
    {
      ...host,
      auth: {
        ...host.auth,
        mode: "typed",
        values: {
          ...host.auth.values,
          username: { kind: "text", text: "robot", slug: "", emptyKept: false },
          password: { kind: "text", text: "canary-2 #x", slug: "old", emptyKept: false },
        },
      },
      tls: { ...host.tls, ca_file: { source: "certificate", slug: "corp", path: "" } },
    },
    // A login that is begun and not typed yet stands in no file.
    { ...newRegistryHost("b.corp"), auth: { ...host.auth, mode: "typed" } },
  ],
});

/** As the page does it. */
function mend(form: DefinitionForm, after: (text: string) => string): DefinitionForm {
  const before = renderPlain(fromForm(form), certificates);
  const context = { certificateAt: certificateAt(certificates) };
  const [old, now] = [parse(before, context), parse(after(before), context)];
  if (!old.ok || !now.ok) throw new Error("not read");
  return rebase(form, toForm(old.definition), toForm(now.definition));
}

describe("a fix", () => {
  it("changes its own place and nothing that only the form knows", () => {
    const text = renderPlain(fromForm(secretive), certificates);
    const found = lint(text).find(({ path }) => path.join("/") === "mirrors/docker.io/endpoint/0");
    const mended = mend(secretive, () => found?.fixes[0]?.text ?? "");
    expect(mended.mirrors[0]?.endpoints[0]?.url).toBe("https://harbor.corp/v2/x");
    expect(mended.mirrors[0]?.endpoints[1]).toEqual(secretive.mirrors[0]?.endpoints[1]);
    expect(mended.registryHosts).toEqual(secretive.registryHosts);
  });

  it("takes a rename, a removal and a new entry", () => {
    const renamed = mend(secretive, (text) => text.replace('"harbor.corp":', '"harbor.corp:8443":'));
    expect(renamed.registryHosts[0]).toEqual({ ...secretive.registryHosts[0], host: "harbor.corp:8443" });
    const removed = mend(secretive, (text) => text.replace(/ +- "harbor.corp\/x"\n/, ""));
    expect(removed.mirrors[0]?.endpoints).toEqual(secretive.mirrors[0]?.endpoints.slice(1));
    const added = mend(secretive, (text) => text.replace("mirrors:\n", 'mirrors:\n  "quay.io": {}\n'));
    expect(added.mirrors.map(({ name }) => name)).toEqual(["quay.io", "docker.io"]);
    expect(added.mirrors[1]).toEqual(secretive.mirrors[0]);
  });

  it("refers to the stored certificate where an entry is copied", () => {
    const copied = mend(secretive, (text) => {
      const at = text.indexOf('  "harbor.corp":');
      const entry = text.slice(at, text.indexOf('  "b.corp":'));
      return text.replace(entry, entry + entry.replace("harbor.corp", "c.corp"));
    });
    expect(copied.registryHosts.map((each) => [each.host, each.tls.ca_file.slug])).toEqual([
      ["harbor.corp", "corp"],
      ["c.corp", "corp"],
      ["b.corp", ""],
    ]);
  });

  it("brings two entries of one name together, which nobody can tell from the text", () => {
    const twice = formWith({
      mirrors: [newMirror("a.corp", ["https://x"]), newMirror("a.corp", ["https://y"])],
    });
    const fix = lint(renderPlain(fromForm(twice), [])).flatMap(({ fixes }) => fixes)[0];
    expect(mend(twice, () => fix?.text ?? "").mirrors).toHaveLength(1);
  });
});

describe("what is shown and said", () => {
  it("holds nothing that was typed in secret", () => {
    const definition = fromForm(secretive);
    const shown = [renderMasked(definition, certificates).text, renderReadable(definition, certificates)];
    const findings = lint(renderPlain(definition, certificates));
    expect(findings.length).toBeGreaterThan(0);
    const said = findings.map(({ fixes, ...rest }) => [rest, fixes.map(({ id, params }) => [id, params])]);
    expect(JSON.stringify([shown, said])).not.toMatch(/canary/);
  });

  it("has the same lines as what is judged", () => {
    const definition = fromForm(secretive);
    const [shown, judged] = [renderMasked(definition, []).text, renderPlain(definition, [])];
    expect(shown.split("\n").map((line) => line.trimStart().split(":")[0])).toEqual(
      judged.split("\n").map((line) => line.trimStart().split(":")[0]),
    );
  });
});

describe("all safe fixes", () => {
  const safe = (text: string) => lint(text).flatMap(({ fixes }) => fixes.filter((fix) => fix.safe));

  it("leaves none, and K3s reads the same", () => {
    const rows = Array.from(
      { length: 30 },
      (_row, at) => `  r${at}.corp:\n    endpoint: [" https://m${at}.corp "]\n`,
    );
    const text = `mirrors:\n${rows.join("")}`;
    const mended = mendSafely(text, lint);
    expect(mended).not.toBe(text);
    expect(safe(mended)).toEqual([]);
  });

  it("ends when fixes keep each other alive", () => {
    const flip = (text: string) => [
      {
        code: "x",
        severity: "info" as const,
        message: { catalogue: "lint" as const, key: "x" },
        params: {},
        path: [],
        range: lint("mirrors:\n  a:\n")[0]?.range ?? failed(),
        fixes: [{ id: "x", params: {}, safe: true, text: text === "a" ? "b" : "a" }],
      },
    ];
    expect(["a", "b"]).toContain(mendSafely("a", flip));
  });
});

function failed(): never {
  throw new Error("no finding");
}
