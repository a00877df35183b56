import { describe, expect, it } from "vitest";
import { maskSecrets } from "@/lib/domain/registries/mask";
import { render } from "@/lib/domain/registries/render";
import { definitionOf } from "@/tests/support/definitions";

const masked = (yaml: string): string =>
  render(maskSecrets(definitionOf(yaml), (secret) => `masked ${secret.length}`));

describe("maskSecrets", () => {
  it.each([
    ["a password", 'configs:\n  h:\n    auth: {username: robot, password: "s3cret"}\n'],
    ["an auth text", "configs:\n  h:\n    auth: {auth: s3cret}\n"],
    ["an identity token", "configs:\n  h:\n    auth: {identity_token: s3cret}\n"],
    ["a token K3s does not know", "configs:\n  h:\n    auth: {token: s3cret}\n"],
    ["a password under a misspelt key", "configs:\n  h:\n    ath: {password: s3cret}\n"],
    ["a password in tls", "configs:\n  h:\n    tls: {password: s3cret}\n"],
    [
      "a key in the place of its path",
      'configs:\n  h:\n    tls: {key_file: "-----BEGIN PRIVATE KEY----- s3cret"}\n',
    ],
    ["an anchor at the top", "x-auth: &a {password: s3cret}\nmirrors:\n  m:\n"],
    ["a key of a mirror", "mirrors:\n  m:\n    password: s3cret\n"],
    ["user info of a URL", 'mirrors:\n  m:\n    endpoint: ["https://u:s3cret@h/v2"]\n'],
    ["user info without a scheme", 'mirrors:\n  m:\n    endpoint: ["u:s3cret@h"]\n'],
    [
      "user info with a slash and an at sign",
      'mirrors:\n  m:\n    endpoint: ["https://u:p/w@s3cret@h/v2"]\n',
    ],
    ["a query of a URL", 'mirrors:\n  m:\n    endpoint: ["https://h/v2?token=s3cret"]\n'],
    ["user info of a key", 'configs:\n  "u:s3cret@h": {}\nauths:\n  "https://u:s3cret@h/v1/":\n'],
    [
      "a login that is commented out",
      "configs:\n  h:\n    auth:\n      # password: s3cret\n      username: u\n",
    ],
    ["a URL in a note", "mirrors:\n  m:\n    endpoint:\n    # https://u:s3cret@h\n    - https://h\n"],
    ["an opaque text in a note", "# was 8f3b1c9de0a74s3cret55\n\nmirrors:\n"],
    ["a note at the end", "mirrors:\n  m:\n# 密码 s3cret\n"],
    ["the unused auths", "auths:\n  h: {password: s3cret}\n"],
  ])("hides %s", (_what, yaml) => {
    expect(yaml).toContain("s3cret");
    expect(masked(yaml)).not.toContain("s3cret");
    expect(masked(yaml)).toContain("masked ");
  });

  it("shows notes that hold no secret", () => {
    const yaml = "# Managed by Ansible, ask ops\n\nmirrors:\n  # https://harbor.corp/v2/hub is down\n  m:\n";
    expect(masked(yaml)).toContain("# Managed by Ansible, ask ops");
    expect(masked(yaml)).toContain("# https://harbor.corp/v2/hub is down");
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
