import { describe, expect, it } from "vitest";
import { coversHost, hostOfKey } from "@/lib/domain/certificates/host-names";

const dns = (...names: string[]) => ({ dns: names, ips: [] });
const ips = (...addresses: string[]) => ({ dns: [], ips: addresses });

describe("the names of a certificate", () => {
  it("are compared as Go does: letter case and a final dot aside, a wildcard for one first label", () => {
    expect(coversHost(dns("Harbor.Corp"), "harbor.corp.")).toBe(true);
    expect(coversHost(dns("*.corp"), "harbor.corp")).toBe(true);
    expect(coversHost(dns("*.corp"), "a.harbor.corp")).toBe(false);
    expect(coversHost(dns("*.corp"), "corp")).toBe(false);
    expect(coversHost(dns("h*.corp"), "harbor.corp")).toBe(false);
    expect(coversHost(dns("harbor.*"), "harbor.corp")).toBe(false);
  });

  it("cover an address only as an address, whatever its spelling", () => {
    expect(coversHost(ips("10.0.0.7"), "10.0.0.7")).toBe(true);
    expect(coversHost(dns("10.0.0.7"), "10.0.0.7")).toBe(false);
    expect(coversHost(ips("FD00:0:0:0:0:0:0:1"), "fd00::1")).toBe(true);
    expect(coversHost(ips("FD00:0:0:0:0:0:0:1"), "fd00::2")).toBe(false);
    expect(coversHost(ips("0:0:0:0:0:0:0:1"), "::1")).toBe(true);
  });
});

describe("the host of a key of configs", () => {
  it("is the key without its port, and the name Docker Hub is really called by", () => {
    expect(hostOfKey("harbor.corp:8443")).toBe("harbor.corp");
    expect(hostOfKey("harbor.corp")).toBe("harbor.corp");
    expect(hostOfKey("[fd00::1]:5000")).toBe("fd00::1");
    expect(hostOfKey("docker.io")).toBe("registry-1.docker.io");
    expect(hostOfKey("*")).toBeNull();
  });
});
