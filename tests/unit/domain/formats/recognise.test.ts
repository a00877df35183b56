import { describe, expect, it } from "vitest";
import { recognise } from "@/lib/domain/formats/recognise";
import { documentedFiles } from "../registries/documented-files";

describe("recognise", () => {
  it.each([
    ['{"registry-mirrors": []}', "", "docker-daemon"],
    ['\ufeff \n{"auths": {}}', "", "docker-config"],
    ['{"credHelpers": {}}', "", "docker-config"],
    ['{"log-driver": "x"}', "", "docker-daemon"],
    ['{"auths": {', "", "docker-config"],
    ['{"insecure-registries": [', "", "docker-daemon"],
    ["{}", "daemon.json", "docker-daemon"],
    ["{}", "C:\\Users\\me\\.docker\\config.json", "docker-config"],
    ['{"mirrors": {}, "auths": {}}', "config.json", "registries-yaml"],
    ['{"kind": "Secret", "data": {}}', "", "kubernetes-secret"],
    ["kind: Secret # x\ndata:\n  .dockerconfigjson: e30=\n", "", "kubernetes-secret"],
    ["kind: Secret\ndata:\n  other: e30=\n", "", "registries-yaml"],
    ['server = "https://x"\n', "", "hosts-toml"],
    ['# by hand\n[host."https://m"]\n', "", "hosts-toml"],
    ["", "/etc/containerd/certs.d/docker.io/hosts.toml", "hosts-toml"],
    ['version = 2\n[plugins."io.containerd.grpc.v1.cri".registry]\n', "x", "containerd-config"],
    ["[plugins.'io.containerd.cri.v1.images'.registry]", "", "containerd-config"],
    ["", "config.toml", "containerd-config"],
    ["mirrors:\n  docker.io:\n    endpoint: [x]\n", "", "registries-yaml"],
    ["{mirrors: {a: }}", "", "registries-yaml"],
    ["anything", "", "registries-yaml"],
  ])("takes %j named %j for %s", (text, name, format) => expect(recognise(text, name)).toBe(format));

  it("takes every file that K3s documents for what it is", () => {
    for (const { text } of documentedFiles) expect(recognise(text)).toBe("registries-yaml");
  });
});
