import { describe, expect, it } from "vitest";
import { maskText } from "@/lib/domain/registries/mask-text";

const file = `# token: s3cret
mirrors:
  docker.io:
    endpoint: ["https://u:s3cret@h/v2", https://plain.corp]
    extra: s3cret
configs:
  "u:s3cret@h":
    auth:
      username: robot
      password: |
        s3cret
        s3cret
      token: {a: s3cret}
  b: &b
    auth: {auth: s3cret} # was s3cret password
  c:
    auth: {password: "{{secret:harbor.password}}"}
x: &x s3cret
auths:
  d: {identity_token: *x}
---
password: s3cret
`;

describe("maskText", () => {
  it("hides what may be secret and keeps every line where it is", () => {
    const shown = maskText(file);
    expect(shown).not.toContain("s3cret");
    expect(shown.split("\n")).toHaveLength(file.split("\n").length);
    const lines = shown.split("\n");
    for (const [at, line] of file.split("\n").entries()) {
      if (!line.includes("s3cret") && line.trim() !== "password: |") expect(lines[at]).toBe(line);
    }
  });

  it("shows the rest as it is", () => {
    for (const part of [
      "https://plain.corp",
      "username: robot",
      "{{secret:harbor.password}}",
      "docker.io:",
    ]) {
      expect(maskText(file)).toContain(part);
    }
    const plain = "mirrors:\n  m:\n    endpoint: [https://h] # near\n";
    expect(maskText(plain)).toBe(plain);
  });

  it("hides by line in a file nobody can read", () => {
    expect(maskText("configs:\n  h:\n   - x\n  password: s3cret\n: [")).toBe(
      "configs:\n  h:\n   - x\n  password: ••••••\n: [",
    );
  });
});
