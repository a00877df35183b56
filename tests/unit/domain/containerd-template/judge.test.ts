import { describe, expect, it } from "vitest";
import { judgeTemplate } from "@/lib/domain/containerd-template/judge";

const dataDir = "/var/lib/rancher/k3s";
const v3 = (text: string) => judgeTemplate(text, "config-v3.toml.tmpl", { family: "J", dataDir });
const v2 = (text: string) => judgeTemplate(text, "config.toml.tmpl", { family: "G", dataDir });
const short = ({ verdict, reason }: ReturnType<typeof v3>) => (reason ? `${verdict}: ${reason}` : verdict);

const base = '{{ template "base" . }}\n';
const images = "[plugins.'io.containerd.cri.v1.images'.registry]\n";
const cri = '[plugins."io.containerd.grpc.v1.cri".registry]\n';
const path = '  config_path = "{{ .NodeConfig.Containerd.Registry }}"\n';
const runtime = `[plugins."io.containerd.cri.v1.runtime"]\n  enable_cdi = true\n`;
const logins = `{{ range $k, $v := .PrivateRegistryConfig.Configs }}{{ if $v.Auth }}
[plugins.'io.containerd.cri.v1.images'.registry.configs.'{{$k}}'.auth]
  {{ if $v.Auth.Password }}password = {{ printf "%q" $v.Auth.Password }}{{end}}
{{ end }}{{ end }}\n`;

describe("a template that begins with K3s's own", () => {
  it.each<[string, string, string]>([
    ["alone", base, "extends"],
    ["with more behind it", base + runtime, "extends"],
    ["with trim marks and the root", '{{- template "base" $ -}}', "extends"],
    ["in raw quotes", "{{template `base` .}}", "extends"],
    ["behind a comment", `{{/* {{ }} */}}\n# note\n${base}`, "extends"],
    ["in a condition", `{{ if .IsRunningInUserNS }}${base}{{ end }}`, "unknown: conditional"],
    ["without the data it needs", '{{ template "base" }}', "unreadable: base-without-data"],
    ["with other data", '{{ template "base" .NodeConfig }}', "unknown: unclear"],
    ["behind a table", runtime + base, "unknown: base-after-table"],
    ["and names the version again", `version = 3\n${base}`, "stops: twice"],
    ["and repeats its registry table", `${base}${images}${path}`, "stops: twice"],
    [
      "and adds a mirror beside the path",
      `${base}${images.replace("]", ".mirrors.'h']")}  endpoint = ["https://m"]\n`,
      "stops: beside-path",
    ],
    [
      "and adds TLS beside the path",
      `${base}${images.replace("]", ".configs.'h'.tls]")}  insecure_skip_verify = true\n`,
      "unknown: tls-beside-path",
    ],
    ["and adds a login", `${base}${images.replace("]", ".configs.'h'.auth]")}  username = "u"\n`, "extends"],
    [
      "and adds a mirror on a condition",
      `${base}{{ if .SystemdCgroup }}\n${images.replace("]", ".mirrors]")}{{ end }}`,
      "unknown: conditional",
    ],
    ["only in a comment of the template", `{{/* template "base" . */}}\nversion = 3\n`, "hides: no-path"],
  ])("%s", (_name, text, verdict) => {
    expect(short(v3(text))).toBe(verdict);
  });
});

describe("a template that stands alone", () => {
  it.each<[string, string, string]>([
    ["with the path K3s fills in", `version = 3\n${images}${path}`, "keeps"],
    [
      "with the path printed",
      `version = 3\n${images}  config_path = {{ printf "%q" .NodeConfig.Containerd.Registry }}\n`,
      "keeps",
    ],
    [
      "with the path written out",
      `version = 3\n${images}  config_path = '${dataDir}/agent/etc/containerd/certs.d/' # mine\n`,
      "keeps",
    ],
    [
      "with one of several paths",
      `version = 3\n${images}  config_path = "/etc/x:${dataDir}/agent/etc/containerd/certs.d"\n`,
      "keeps",
    ],
    [
      "with a dotted key",
      `version = 3\n[plugins.'io.containerd.cri.v1.images']\nregistry.config_path = "{{ .NodeConfig.Containerd.Registry }}"\n`,
      "keeps",
    ],
    [
      "with the condition K3s has",
      `version = 3\n{{ if .PrivateRegistryConfig }}\n${images}${path}{{ end }}`,
      "keeps",
    ],
    ["with the table of version 2 in version 2", `version = 2\n${cri}${path}`, "keeps"],
    [
      "with another condition",
      `version = 3\n{{ if .SystemdCgroup }}\n${images}${path}{{ end }}`,
      "unknown: conditional",
    ],
    [
      "in the other case of a condition",
      `version = 3\n{{ if .PrivateRegistryConfig }}\n{{ else }}\n${images}${path}{{ end }}`,
      "unknown: conditional",
    ],
    ["without a path", `version = 3\n${runtime}`, "hides: no-path"],
    ["with the path in a comment", `version = 3\n${images}  # config_path = "x"\n`, "hides: no-path"],
    ["with the table of version 2 in version 3", `version = 3\n${cri}${path}`, "hides: other-table"],
    ["with the table of version 3 in version 2", `version = 2\n${images}${path}`, "hides: other-table"],
    [
      "with another folder",
      `version = 3\n${images}  config_path = "/etc/containerd/certs.d"\n`,
      "hides: other-folder",
    ],
    [
      "with the folder of another data directory",
      `version = 3\n${images}  config_path = "/srv/agent/etc/containerd/certs.d"\n`,
      "unknown: unclear",
    ],
    [
      "with a path made by functions",
      `version = 3\n${images}  config_path = "{{ filepathjoin .NodeConfig.Containerd.Registry "x" }}"\n`,
      "unknown: made-path",
    ],
    [
      "with the path in an inline table",
      `version = 3\n[plugins.'io.containerd.cri.v1.images']\n  registry = { config_path = "x" }\n`,
      "unknown: unclear",
    ],
    [
      "with mirrors and no path",
      `version = 2\n${cri.replace("]", '.mirrors."h"]')}  endpoint = ["https://m"]\n`,
      "unknown: old-mirrors",
    ],
    [
      "with mirrors beside the path",
      `version = 3\n${images}${path}${images.replace("]", ".mirrors.'h']")}`,
      "stops: beside-path",
    ],
    ["without a version", `${images}${path}`, "unknown: no-version"],
    ["with the version below a table", `${images}${path}version = 3\n`, "unknown: no-version"],
    [
      "with the path in a text over lines",
      `version = 3\nx = """\n${images}config_path = "y"\n"""\n`,
      "unknown: unclear",
    ],
  ])("%s", (_name, text, verdict) => {
    expect(short(v3(text))).toBe(verdict);
  });

  it("of version 3 does not start containerd 1.7", () => {
    expect(short(v2(`version = 3\n${images}${path}`))).toBe("stops: version-too-new");
    expect(short(v2(`version = 2\n${cri}${path}`))).toBe("keeps");
  });

  it("keeps the logins only where it goes through them", () => {
    expect(v3(`version = 3\n${images}${path}`).logins).toBe(false);
    expect(v3(`version = 3\n${images}${path}${logins}`)).toMatchObject({ verdict: "keeps", logins: true });
    expect(v3(base).logins).toBe(true);
  });
});

describe("a template K3s cannot read", () => {
  it.each<[string, string, string]>([
    ["an action that does not end", "version = 3\n{{ .Program", "unclosed"],
    ["a text that does not end", 'x = {{ printf "%q }}\n', "unclosed"],
    ["a comment that does not end", "{{/* }}", "unclosed"],
    ["a condition that does not end", "{{ if .SystemdCgroup }}", "unbalanced"],
    ["an end too many", `${base}{{ end }}`, "unbalanced"],
    ["an else out of place", "{{ else }}", "unbalanced"],
    ["a definition in a condition", '{{ if .X }}{{ define "a" }}{{ end }}{{ end }}', "unbalanced"],
    ["a template nobody defined", '{{ template "mine" . }}', "unknown-template"],
    ["a function nobody has", '{{ env "HOME" }}', "unknown-function"],
    ["a function behind a pipe", "{{ .Program | upper }}", "unknown-function"],
  ])("for %s", (_name, text, reason) => {
    expect(short(v3(text))).toBe(`unreadable: ${reason}`);
  });

  it.each([
    '{{ define "a" }}x = 1{{ end }}{{ template "a" . }}',
    '{{ block "a" . }}{{ end }}',
    '{{ if and .A (not (eq .B "x y")) }}{{ else if gt (len .C) 0x1F }}{{ else }}{{ end }}',
    "{{ with $x := .A }}{{ $x.B }}{{ end }}{{ range $k, $v := .M }}{{ break }}{{ end }}",
    '{{ `}} env` }}{{ "\\"}} env" }}{{ \'e\' }}{{ toJson .A | printf "%s" }}',
  ])("but not for %s", (text) => {
    expect(v3(`${base}${text}`).verdict).toBe("extends");
  });

  it("names the line", () => {
    expect(v3("version = 3\n\n{{ env }}").line).toBe(3);
    expect(v3(`version = 3\n${runtime}${images}  config_path = "/x"\n`).line).toBe(5);
    expect(v3("version = 3\n").line).toBeNull();
  });
});

it("says nothing of releases before hosts files", () => {
  expect(short(judgeTemplate(base, "config.toml.tmpl", { family: "A", dataDir }))).toBe(
    "unknown: old-release",
  );
});

it.each([
  "{{if .}}",
  "{{/*",
  "[",
  "a=",
  '"',
  "{{ `",
  "{{ {{",
  " ",
  "\n",
  "\n\n[a.b]",
  '{{ template "base" . }}',
])("comes to an end for many times %j", (part) => {
  const text = part.repeat(65_000 / part.length);
  expect([v3(text).verdict, v3(`version = 3\n${text}`).verdict].join(" ")).toMatch(/^[a-z]+ [a-z]+$/);
});
