import { describe, expect, it } from "vitest";
import { maskSecrets } from "@/lib/domain/registries/mask";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";

const masked = (yaml: string): string => {
  const parsed = parse(yaml);
  if (!parsed.ok) throw new Error(parsed.error);
  return render(maskSecrets(parsed.definition, (secret) => `masked ${secret.length}`));
};

describe("maskSecrets", () => {
  it.each([
    ["a password", 'configs:\n  h:\n    auth: {username: robot, password: "s3cret"}\n'],
    ["an auth text", "configs:\n  h:\n    auth: {auth: s3cret}\n"],
    ["an identity token", "configs:\n  h:\n    auth: {identity_token: s3cret}\n"],
    ["a token K3s does not know", "configs:\n  h:\n    auth: {token: s3cret}\n"],
    ["a password under a misspelt key", "configs:\n  h:\n    ath: {password: s3cret}\n"],
    ["a password in tls", "configs:\n  h:\n    tls: {password: s3cret}\n"],
    ["an anchor at the top", "x-auth: &a {password: s3cret}\nmirrors:\n  m:\n"],
    ["a key of a mirror", "mirrors:\n  m:\n    password: s3cret\n"],
    ["user info of a URL", 'mirrors:\n  m:\n    endpoint: ["https://u:s3cret@h/v2"]\n'],
    ["user info without a scheme", 'mirrors:\n  m:\n    endpoint: ["u:s3cret@h"]\n'],
    ["the unused auths", "auths:\n  h: {password: s3cret}\n"],
  ])("hides %s", (_what, yaml) => {
    expect(yaml).toContain("s3cret");
    expect(masked(yaml)).not.toContain("s3cret");
    expect(masked(yaml)).toContain("masked ");
  });

  it("shows user names, hosts, endpoints, rewrites and paths", () => {
    const yaml = `mirrors:
  docker.io:
    endpoint: ["https://harbor.corp/v2/hub"]
    rewrite: {"^a": "b"}
configs:
  harbor.corp:
    auth: {username: robot}
    tls: {ca_file: /etc/ca.pem}
`;
    for (const part of ["docker.io", "https://harbor.corp/v2/hub", "^a", "robot", "/etc/ca.pem"])
      expect(masked(yaml)).toContain(part);
  });
});
