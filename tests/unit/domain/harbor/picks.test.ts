import { describe, expect, it } from "vitest";
import { buildHarbor, clashOf, type HarborSetup, readPick } from "@/lib/domain/harbor/picks";
import { decode } from "@/lib/domain/registries/decode";
import { fromForm, toForm } from "@/lib/domain/registries/form";
import { lint } from "@/lib/domain/registries/lint/lint";
import { render } from "@/lib/domain/registries/render";
import { addDefinition } from "@/lib/domain/registries/templates/add";

const context = { certificatePath: (slug: string) => `/etc/rancher/pullpath/tls/${slug}.crt` };
const hub = { project: "dockerhub", isPublic: true, registries: ["docker.io"] };
const quay = { project: "quay-cache", isPublic: false, registries: ["quay.io"] };
const robot = { slug: "robot", fields: ["username", "password"] };
const setup = (more: Partial<HarborSetup>): HarborSetup => ({
  address: "harbor.corp:8443/",
  picks: [hub],
  credential: null,
  ca: null,
  ...more,
});
const written = (more: Partial<HarborSetup>) => render(buildHarbor(setup(more)), context);

const hubMirror = `mirrors:
  "docker.io":
    endpoint:
      - "https://harbor.corp:8443"
    rewrite:
      "^(.*)$": "dockerhub/$1"
`;

describe("the entries for chosen projects", () => {
  it("are a mirror for each registry, with its project before the name", () => {
    expect(written({})).toBe(hubMirror);
    const both = written({ picks: [hub, quay] });
    expect(both).toContain('"^(.*)$": "quay-cache/$1"');
    expect(decode(both)).toMatchObject({ ok: true });
    expect(lint(both).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("have the stored login only where a project is private", () => {
    expect(written({ credential: robot })).toBe(hubMirror);
    expect(written({ picks: [quay], credential: robot })).toContain(`configs:
  "harbor.corp:8443":
    auth:
      username: "{{secret:robot.username}}"
      password: "{{secret:robot.password}}"
`);
    expect(written({ picks: [quay] })).not.toContain("configs:");
  });

  it("take the fields that the credential has, and no others", () => {
    const { registryHosts } = buildHarbor(
      setup({ picks: [quay], credential: { slug: "a", fields: ["auth", "x"] } }),
    );
    expect(registryHosts?.[0]?.auth).toEqual({
      username: null,
      password: null,
      auth: { kind: "secret", slug: "a" },
      identity_token: null,
      extras: [],
    });
  });

  it("name the authority that Harbor was read with", () => {
    expect(written({ ca: "corp-ca" })).toContain('ca_file: "/etc/rancher/pullpath/tls/corp-ca.crt"');
  });

  it("keep a login that is there, and give one where there is none", () => {
    const ca = toForm(buildHarbor(setup({ ca: "corp-ca" })));
    const withLogin = addDefinition(ca, buildHarbor(setup({ picks: [quay], credential: robot })));
    expect(fromForm(withLogin).registryHosts?.[0]).toMatchObject({
      auth: { username: { kind: "secret", slug: "robot" } },
      tls: { ca_file: { kind: "certificate", slug: "corp-ca" } },
    });
    const other = { ...robot, slug: "other" };
    const again = addDefinition(
      withLogin,
      buildHarbor(setup({ picks: [quay], credential: other, ca: "new-ca" })),
    );
    expect(fromForm(again).registryHosts?.[0]).toMatchObject({
      auth: { username: { kind: "secret", slug: "robot" } },
      tls: { ca_file: { kind: "certificate", slug: "new-ca" } },
    });
  });
});

describe("a choice", () => {
  it("clashes where two projects would serve one registry", () => {
    const second = { ...hub, project: "other" };
    expect(clashOf([hub, quay])).toBeNull();
    expect(clashOf([hub, quay, second])).toEqual({ registry: "docker.io", projects: ["dockerhub", "other"] });
  });

  it.each([
    ["docker.io, https://quay.io/", { registries: ["docker.io", "quay.io"] }],
    [" ，", { fault: "required" }],
    ["docker.io a/b", { fault: "registry-name" }],
  ])("of %j", (text, read) => {
    expect(readPick(text)).toEqual(read);
  });
});
