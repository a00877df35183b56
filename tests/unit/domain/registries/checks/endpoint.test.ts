import { describe, expect, it } from "vitest";
import { checkEndpoint } from "@/lib/domain/registries/checks/endpoint";
import { effectiveUrl, registryHostOf } from "@/lib/domain/registries/checks/endpoint-url";

const right = [
  "https://harbor.corp",
  "https://harbor.corp/",
  "https://harbor.corp/v2",
  "https://harbor.corp/v2/project",
  "http://10.0.0.1:5000",
  "HTTPS://harbor.corp",
  "https://[fd00::1]:5000",
];

const wrong: [url: string, code: string, params?: object][] = [
  ["", "endpoint-empty"],
  ["  ", "endpoint-empty"],
  ["https://harbor.corp ", "endpoint-space", { right: "https://harbor.corp" }],
  ["https://har bor", "endpoint-space"],
  ["https://harbor\u0007", "control-char"],
  ["http:/harbor.corp", "endpoint-slashes", { right: "http://harbor.corp" }],
  ["https:harbor.corp", "endpoint-slashes", { right: "https://harbor.corp" }],
  ["http:/u:secret@harbor.corp", "endpoint-slashes"],
  ["htps://harbor.corp", "endpoint-scheme", { scheme: "htps", right: "https://" }],
  ["htp://harbor.corp", "endpoint-scheme", { scheme: "htp", right: "http://" }],
  ["oci://harbor.corp", "endpoint-scheme", { scheme: "oci", right: "https://" }],
  ["https://", "endpoint-host"],
  ["https:///v2", "endpoint-host"],
  ["https://harbor..corp", "endpoint-host"],
  ["https://fd00::1", "endpoint-ipv6", { right: "[fd00::1]" }],
  ["https://harbor.corp:port", "endpoint-port", { host: "harbor.corp", port: "port" }],
  ["https://harbor.corp:99999", "endpoint-port"],
  ["https://harbor.corp:", "endpoint-port"],
  ["https：//harbor.corp", "endpoint-character", { character: "：" }],
  ["https://harbor，corp", "endpoint-character", { character: "，" }],
  ["https://a.io,https://b.io", "endpoint-character", { character: "," }],
  [
    "https://u:secret@harbor.corp",
    "endpoint-userinfo",
    { host: "harbor.corp", right: "https://harbor.corp" },
  ],
  ["https://harbor.corp?ns=docker.io", "endpoint-query", { mark: "?" }],
  ["https://harbor.corp/v2#x", "endpoint-query", { mark: "#" }],
  ["https://harbor.corp/%zz", "endpoint-escape", { text: "%zz" }],
  [
    "https://harbor.corp/dockerhub/",
    "path-without-v2",
    {
      path: "/dockerhub/",
      right: "https://harbor.corp/v2/dockerhub",
      other: "https://harbor.corp/dockerhub/v2",
      host: "https://harbor.corp",
    },
  ],
  ["https://harbor.corp/v20", "path-without-v2"],
  ["https://harbor.corp/v2/", "path-trailing-slash", { right: "https://harbor.corp/v2" }],
  [
    "harbor.corp",
    "no-scheme",
    { url: "https://harbor.corp/v2", https: "https://harbor.corp", http: "http://harbor.corp" },
  ],
  ["localhost:5000", "no-scheme"],
];

describe("checkEndpoint", () => {
  it.each(right)("accepts %s", (url) => expect(checkEndpoint(url)).toBeNull());

  it.each(wrong)("answers %j with %s", (url, code, params) => {
    const found = checkEndpoint(url);
    expect(found?.code).toBe(code);
    if (params) expect(found?.params).toEqual(params);
  });

  it("tells nothing of a password written into a URL", () => {
    for (const url of [
      "https://u:secret@h",
      "http:/u:secret@h",
      "https://u:secret@h/p?x",
      "htps://u:secret@h",
    ]) {
      expect(JSON.stringify(checkEndpoint(url))).not.toContain("secret");
    }
  });
});

// What K3s's own code answered.
describe("effectiveUrl", () => {
  it.each([
    ["1.2.3.4", "https://1.2.3.4/v2"],
    ["m:443", "https://m:443/v2"],
    ["m:80", "https://m:80/v2"],
    ["localhost:5000", "http://localhost:5000/v2"],
    ["localhost:443", "https://localhost:443/v2"],
    ["localhost", "https://localhost/v2"],
    ["127.0.0.1:5000", "http://127.0.0.1:5000/v2"],
    ["[::1]:5000", "http://[::1]:5000/v2"],
    ["https://h/v2/proj", "https://h/v2/proj"],
    ["https://h/proj/", "https://h/proj/"],
    ["https://docker.io", "https://registry-1.docker.io/v2"],
  ])("reads %s as %s", (raw, url) => expect(effectiveUrl(raw)).toBe(url));

  it("names the entry of configs by the host as typed, with Docker Hub under its own name", () => {
    expect(registryHostOf("https://Harbor.corp:443/v2/x")).toBe("Harbor.corp:443");
    expect(registryHostOf("https://registry-1.docker.io")).toBe("docker.io");
  });
});
