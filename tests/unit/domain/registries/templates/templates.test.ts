import { describe, expect, it } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { fromForm, toForm } from "@/lib/domain/registries/form";
import { lint } from "@/lib/domain/registries/lint/lint";
import { render } from "@/lib/domain/registries/render";
import { addDefinition, firstField, namesTaken } from "@/lib/domain/registries/templates/add";
import { buildTemplate } from "@/lib/domain/registries/templates/build";
import type { TemplateId } from "@/lib/domain/registries/templates/ids";
import {
  type TemplateValues,
  templateDefaults,
  templateSchema,
} from "@/lib/domain/registries/templates/schema";

const context = { certificatePath: (slug: string) => `/etc/rancher/pullpath/tls/${slug}.crt` };
const fill = (id: TemplateId, values: Partial<TemplateValues>) => ({ ...templateDefaults(id), ...values });
const build = (id: TemplateId, values: Partial<TemplateValues>) => buildTemplate(id, fill(id, values));

const cases: [TemplateId, Partial<TemplateValues>, string][] = [
  [
    "hub",
    { address: "mirror.corp" },
    'mirrors:\n  "docker.io":\n    endpoint:\n      - "https://mirror.corp"\n',
  ],
  [
    "harbor",
    { address: "https://harbor.corp:8443/", project: "hub", registries: "docker.io, quay.io" },
    `mirrors:
  "docker.io":
    endpoint:
      - "https://harbor.corp:8443"
    rewrite:
      "^(.*)$": "hub/$1"
  "quay.io":
    endpoint:
      - "https://harbor.corp:8443"
    rewrite:
      "^(.*)$": "hub/$1"
`,
  ],
  [
    "private-ca",
    { host: "https://registry.corp:5000/", ca: "path", caPath: "/etc/ssl/corp.crt" },
    'configs:\n  "registry.corp:5000":\n    tls:\n      ca_file: "/etc/ssl/corp.crt"\n',
  ],
  [
    "private-ca",
    { host: "registry.corp", ca: "corp-ca" },
    'configs:\n  "registry.corp":\n    tls:\n      ca_file: "/etc/rancher/pullpath/tls/corp-ca.crt"\n',
  ],
  [
    "plain-http",
    { host: "10.0.0.4:5000" },
    'mirrors:\n  "10.0.0.4:5000":\n    endpoint:\n      - "http://10.0.0.4:5000"\n',
  ],
  [
    "pull-through",
    { address: "http://cache.corp:5000" },
    'mirrors:\n  "*":\n    endpoint:\n      - "http://cache.corp:5000"\n',
  ],
  ["embedded", {}, 'mirrors:\n  "*":\n'],
  ["embedded", { registries: "docker.io， quay.io docker.io" }, 'mirrors:\n  "docker.io":\n  "quay.io":\n'],
];

describe("the entries a template adds", () => {
  it.each(cases)("%s of %j", (id, values, text) => {
    expect(templateSchema(id).safeParse(fill(id, values)).success).toBe(true);
    const rendered = render(build(id, values), context);
    expect(rendered).toBe(text);
    expect(decode(rendered)).toMatchObject({ ok: true });
    expect(lint(rendered).filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("what a template refuses", () => {
  it.each<[TemplateId, Partial<TemplateValues>, string, string]>([
    ["hub", {}, "address", "required"],
    ["hub", { address: "htp://mirror.corp" }, "address", "registry-address"],
    ["hub", { address: "https://mirror corp" }, "address", "registry-address"],
    ["hub", { address: "https://me:secret@mirror.corp" }, "address", "registry-address"],
    ["harbor", { address: "harbor.corp", project: "Hub" }, "project", "harbor-project"],
    ["harbor", { address: "harbor.corp", project: "hub/x" }, "project", "harbor-project"],
    ["harbor", { address: "harbor.corp", project: "hub", registries: " , " }, "registries", "required"],
    [
      "harbor",
      { address: "harbor.corp", project: "hub", registries: "docker.io a/b" },
      "registries",
      "registry-name",
    ],
    ["plain-http", { host: "*" }, "host", "registry-name"],
    ["plain-http", { host: "registry.corp/team" }, "host", "registry-name"],
    ["private-ca", { host: "registry.corp", caPath: "ca.crt" }, "caPath", "absolute-path"],
  ])("%s of %j", (id, values, ...expected) => {
    const { error } = templateSchema(id).safeParse(fill(id, values));
    expect(error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([expected]);
  });
});

describe("adding to what is there", () => {
  const own = toForm(build("hub", { address: "first.corp" }));
  const harbor = build("harbor", { address: "harbor.corp", project: "hub" });

  it("keeps what is there and puts the rest behind it", () => {
    const form = addDefinition(own, harbor);
    expect(form.mirrors).toHaveLength(1);
    expect(form.mirrors[0]?.endpoints.map(({ url }) => url)).toEqual([
      "https://first.corp",
      "https://harbor.corp",
    ]);
    expect(form.mirrors[0]?.rewrites).toHaveLength(1);
    expect(firstField(form, harbor)).toBe("definition.mirrors.0.endpoints.1.url");
    expect(namesTaken(own, harbor)).toEqual(["docker.io"]);
  });

  it("adds nothing a second time", () => {
    const once = addDefinition(own, harbor);
    expect(addDefinition(once, harbor)).toEqual(once);
  });

  it("gives a host its certificate and keeps its login", () => {
    const first = build("private-ca", { host: "registry.corp", caPath: "/a.crt" });
    const second = build("private-ca", { host: "registry.corp", ca: "corp" });
    const form = addDefinition(toForm(first), second);
    expect(fromForm(form).registryHosts).toEqual(second.registryHosts);
    expect(firstField(form, second)).toBe("definition.registryHosts.0.host");
  });

  it("begins with an entry that has no endpoint at its name", () => {
    const embedded = build("embedded", {});
    expect(firstField(addDefinition(own, embedded), embedded)).toBe("definition.mirrors.1.name");
    expect(namesTaken(toForm(emptyDefinition), embedded)).toEqual([]);
  });
});
