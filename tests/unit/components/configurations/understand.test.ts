import { describe, expect, it } from "vitest";
import { nameFromFile } from "@/components/configurations/import/read-file";
import { understand } from "@/components/configurations/import/understand";

const file = `mirrors:
  docker.io:
    endpoint:
      - "https://mirror.example.com"
configs:
  "harbor.example.com":
    auth:
      username: admin
      password: Harbor@12345
    tls:
      cert_file: /etc/ssl/harbor.cert
      key_file:  /etc/ssl/harbor.key
      ca_file:   /etc/ssl/ca.crt
`;

describe("understand", () => {
  it("counts, moves logins to credentials and lists the files a node must have", () => {
    const read = understand(file);
    if (!read.ok) throw new Error(read.error);
    expect(read.summary).toMatchObject({
      mirrors: 1,
      endpoints: 1,
      registryHosts: 1,
      secrets: 1,
      tlsPaths: 3,
    });
    expect(read.credentials).toEqual([
      { slug: "harbor-example-com", host: "harbor.example.com", fields: ["username", "password"] },
    ]);
    expect(read.paths).toEqual(["/etc/ssl/ca.crt", "/etc/ssl/harbor.cert", "/etc/ssl/harbor.key"]);
    expect(read.preview).toContain('password: "{{secret:harbor-example-com.password}}"');
    expect(read.preview).not.toContain("Harbor@12345");
  });

  it("gives two hosts with like names two credentials", () => {
    const read = understand("configs:\n  a.b: {auth: {password: x}}\n  a-b: {auth: {password: y}}\n");
    expect(read.ok && read.credentials.map(({ slug }) => slug)).toEqual(["a-b", "a-b-2"]);
  });

  it("hands on the words and the line of a file K3s cannot read", () => {
    expect(understand("mirrors:\n  docker.io\n    endpoint:\n")).toMatchObject({
      ok: false,
      error: expect.stringContaining("yaml:"),
      line: expect.any(Number),
    });
  });
});

it.each([
  ["registries.yaml", ""],
  ["harbor-prod.yml", "harbor-prod"],
  ["edge.registries.yaml", "edge.registries"],
])("names a configuration from %s", (name, expected) => expect(nameFromFile(name)).toBe(expected));

it("leaves out what may be secret and would stay plain text, one kind at a time", () => {
  const read = understand(
    '# password: s3cret\nmirrors:\n  m:\n    endpoint: ["https://robot:hunter2@m.corp"]\n',
  );
  const noNotes = read.ok ? read.without("notes") : read;
  const clean = noNotes.ok ? noNotes.without("urls") : noNotes;
  if (!read.ok || !noNotes.ok || !clean.ok) throw new Error("not read");
  expect([read.plain, noNotes.plain, clean.plain]).toEqual([
    { notes: 1, urls: 1 },
    { notes: 0, urls: 1 },
    { notes: 0, urls: 0 },
  ]);
  expect(JSON.stringify(noNotes.definition)).toContain("hunter2");
  expect(noNotes.preview).not.toContain("hunter2");
  expect(JSON.stringify(clean.definition) + clean.preview).not.toMatch(/s3cret|hunter2/);
});
