import { expect, it } from "vitest";
import { maskTemplate } from "@/lib/domain/containerd-template/mask";

const head = `[plugins."io.containerd.grpc.v1.cri".registry.configs."h".auth]`;

it.each([
  ["a password", 'password = "hunter2"', 'password = "••••••"'],
  ["a literal text", "  password = 'hunter2' # mine", "  password = '••••••' # mine"],
  ["a text that does not end", 'password = "hunter2', 'password = "••••••"'],
  ["a bare word", "token=hunter2", "token=••••••"],
  ["a quoted and dotted key", 'registry."identitytoken" = "hunter2"', 'registry."identitytoken" = "••••••"'],
  ["a comment", '# password = "hunter2"', '# password = "••••••"'],
  ["a comment in YAML", "# password: hunter2", "# password: ••••••"],
  [
    "an inline table",
    'auth = { username = "u", password = "hunter2" }',
    'auth = { username = "••••••", password = "••••••" }',
  ],
  [
    "a table in a value",
    'x = { username = "u", password = "hunter2" }',
    'x = { username = "u", password = "••••••" }',
  ],
  ["a variable of the template", '{{ $password := "hunter2" }}', '{{ $password := "••••••" }}'],
  ["a text in an action", 'password = {{ printf "%q" "hunter2" }}', 'password = {{ printf "%q" "••••••" }}'],
  ["headers", 'header = ["Authorization: hunter2"]', 'header = ["••••••"]'],
  ["headers over lines", 'headers = [\n  "X: hunter2",\n]\na = "b"', 'headers = [\n  "••••••",\n]\na = "b"'],
  ["a text over lines", 'password = """\nhunter2\n"""\na = "b"', 'password = "••••••"\na = "b"'],
  ["a text over lines that does not end", "secret = '''\nhunter2\nmore", 'secret = "••••••"'],
  [
    "all of a table of logins",
    `${head}\n  pass = "hunter2"\n  other = "hunter2"`,
    `${head}\n  pass = "••••••"\n  other = "••••••"`,
  ],
  [
    "a login in a URL",
    'endpoint = ["https://u:hunter2@h.example.com"]',
    'endpoint = ["https://••••••@h.example.com"]',
  ],
  ["the environment", 'env = [\n  "API_TOKEN=hunter2",\n]', 'env = [\n  "API_TOKEN=••••••\n]'],
  ["a bearer", 'note = "Bearer hunter2hunter2"', 'note = "Bearer ••••••"'],
  ["a private key", "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----", "••••••"],
  ["a line nobody wrote", `a = "${"x".repeat(2000)}" # hunter2`, "••••••"],
  ["a private key that does not end", "# -----BEGIN RSA PRIVATE KEY-----\nhunter2", "# ••••••"],
])("hides %s", (_name, text, shown) => {
  const masked = maskTemplate(text);
  expect(masked).toBe(shown);
  expect(masked).not.toContain("hunter2");
});

it.each([
  'username = "robot"',
  `${head}\n  username = "robot"\n[plugins.x]\n  a = "b"`,
  '{{ if $v.Auth.Password }}password = {{ printf "%q" $v.Auth.Password }}{{end}}',
  'config_path = "{{ .NodeConfig.Containerd.Registry }}"',
  'key_file = "/etc/ssl/private.key"',
  '{{ template "base" . }}\n\n[plugins."io.containerd.cri.v1.runtime"]\n  enable_cdi = true\n',
])("leaves %s", (text) => {
  expect(maskTemplate(text)).toBe(text);
});

it.each(["=", '"""', "a=", "[", "{{", "https://", "password = ", '"', " ", "-----BEGIN PRIVATE KEY-----"])(
  "ends for many times %j, in long lines and in one",
  (part) => {
    const line = part.repeat(1900 / part.length);
    expect(maskTemplate(`${line}\n`.repeat(34))).not.toContain("hunter2");
    expect(maskTemplate(line.repeat(34))).toBe("••••••");
  },
);
