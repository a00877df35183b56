import { describe, expect, it } from "vitest";
import { clockAhead } from "@/lib/domain/nodes/clock";
import { readMachine } from "@/lib/domain/nodes/machine";
import { maskProxy, proxyOfPulls, readProxies } from "@/lib/domain/nodes/proxies";
import type { Survey } from "@/lib/domain/nodes/survey";

const surveyOf = (facts: Record<string, string>, texts: Record<string, string> = {}): Survey => ({
  facts: Object.entries(facts).map(([name, value]) => ({ name, value })),
  texts: Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
  units: [],
});
const started = 1_700_000_000_500;

describe("files that a service reads at its start", () => {
  const read = (lines: string[]) =>
    readMachine(surveyOf({}, { "start-files": lines.join("\n") }), started).newerFiles;

  it("count when they are newer, once each, and are told apart", () => {
    const found = read([
      "1700000000.400 /etc/rancher/k3s/config.yaml",
      "1700000000.600 /etc/rancher/k3s/config.yaml.d/10 proxy.yaml",
      "1700000001.000 /etc/systemd/system/k3s.service",
      "1700000002.000 /etc/systemd/system/k3s.service.d/10.conf",
      "1700000002.000 /etc/systemd/system/k3s.service.d/10.conf",
      "1700000003.000 /etc/systemd/system/k3s.service.env",
    ]);
    expect(found?.map(({ kind, path, at }) => [kind, path, at - started])).toEqual([
      ["config", "/etc/rancher/k3s/config.yaml.d/10 proxy.yaml", 100],
      ["unit", "/etc/systemd/system/k3s.service", 500],
      ["unit", "/etc/systemd/system/k3s.service.d/10.conf", 1500],
      ["environment", "/etc/systemd/system/k3s.service.env", 2500],
    ]);
  });

  it("count too early rather than too late where only seconds are told, as BusyBox does", () => {
    expect(read(["1700000000 /etc/init.d/k3s"])).toHaveLength(1);
    expect(read(["1699999999 /etc/init.d/k3s"])).toHaveLength(0);
  });

  it("are bounded and clean, whatever a node says", () => {
    const many = Array.from({ length: 5000 }, (_, at) => `1700000009.000 /etc/rancher/k3s/${at}`);
    expect(read(many)).toHaveLength(50);
    expect(read(["1700000009.0 relative", "x /etc/a", `1700000009.0 /${"a".repeat(5000)}`])).toEqual([]);
    expect(read(["1700000009.0 /etc/\u001b[2Jgone", "1700000009.0 /etc/\u0085", "9e9 /etc/a"])).toEqual([]);
    expect(readMachine(surveyOf({}, { "start-files": "1700000009.0 /etc/a" }), null).newerFiles).toEqual([]);
  });
});

describe("the machine", () => {
  it.each([
    [{ "file-system": "1021994" }, true],
    [{ "file-system": "858458f6" }, true],
    [{ "file-system": "ef53" }, false],
    [{ "file-system": "794c7630" }, false],
    [{ "file-system": "794c7630", "upper-system": "1021994" }, true],
    [{ "file-system": "794c7630", "upper-system": "9123683e" }, false],
    [{ "file-system": "ef53", live: "yes" }, true],
  ])("%o keeps what is written, or does not", (facts, volatile) => {
    expect(readMachine(surveyOf(facts as Record<string, string>), null).volatile).toBe(volatile);
  });

  it.each([
    [
      "@/.snapshots/4/snapshot",
      "ID 268 gen 30 top level 266 path @/.snapshots/5/snapshot",
      { running: 4, next: 5 },
    ],
    ["@/.snapshots/5/snapshot", "ID 268 gen 30 top level 266 path @/.snapshots/5/snapshot", undefined],
    ["@rootfs", "ID 5 (FS_TREE)", undefined],
    ["@/.snapshots/4/snapshot", "ID 5 (FS_TREE)", undefined],
  ])("of %s with the default %s boots into it next, or does not", (now, next, expected) => {
    const facts = { "snapshot-now": now, "snapshot-next": next };
    expect(readMachine(surveyOf(facts), null).nextSnapshot).toEqual(expected);
  });

  it("tells which upgrades are at work, and nothing that is no name", () => {
    const lines = ["edge-1|k3s-agent|1", "edge 2|x|1", "|x|1", `${"a".repeat(300)}|x|1`, "edge-3|\u001b|1"];
    const { maintenance } = readMachine(surveyOf({}, { upgrades: lines.join("\n") }), null);
    expect(maintenance?.upgrades).toEqual([{ node: "edge-1", plan: "k3s-agent" }]);
  });

  it.each([
    ["1", "enforcing"],
    ["0", "permissive"],
    [undefined, undefined],
  ])("with %s in enforce has SELinux %s", (told, expected) => {
    expect(readMachine(surveyOf(told ? { selinux: told } : {}), null).selinux).toBe(expected);
  });
});

describe("a clock", () => {
  it.each([
    [{ clock: 1000, askedAt: 1000, heardAt: 1040 }, 0],
    [{ clock: 31_020, askedAt: 1000, heardAt: 1040 }, 30_000],
    [{ clock: -58_980, askedAt: 1000, heardAt: 1040 }, -60_000],
    // Four seconds on the way may explain three.
    [{ clock: 6000, askedAt: 1000, heardAt: 5000 }, 0],
    [{ clock: 46_000, askedAt: 1000, heardAt: 5000 }, 43_000],
  ])("%o is so far ahead: %i ms", (told, ahead) => {
    expect(clockAhead(told)).toBe(ahead);
  });
});

describe("proxies", () => {
  it.each([
    ["http://user:p%40ss@proxy.corp:3128", "http://…@proxy.corp:3128"],
    ["http://user:p@ss/w@proxy.corp:3128", "http://…@proxy.corp:3128"],
    ["user:secret@proxy.corp:3128", "…@proxy.corp:3128"],
    ["http://proxy.corp:3128", "http://proxy.corp:3128"],
  ])("%s is shown without its login", (value, shown) => {
    expect(maskProxy(value)).toBe(shown);
  });

  it("come from the unit and its files, which win; containerd has its own", () => {
    const unit = [
      "[Service]",
      "Environment=HTTP_PROXY=http://forgotten:1",
      "Environment=",
      'Environment="HTTPS_PROXY=http://u:p@unit.corp:3128" NO_PROXY=10.0.0.0/8 OTHER=1',
    ].join("\n");
    const environment = new Map([
      ["CONTAINERD_HTTPS_PROXY", "http://images.corp:3128"],
      ["NO_PROXY", ".corp"],
      ["K3S_TOKEN", "hush"],
    ]);
    const proxies = readProxies(unit, environment);
    expect(proxies).toEqual([
      { name: "CONTAINERD_HTTPS_PROXY", value: "http://images.corp:3128" },
      { name: "HTTPS_PROXY", value: "http://…@unit.corp:3128" },
      { name: "NO_PROXY", value: ".corp" },
    ]);
    expect(proxyOfPulls({ proxies })).toBe("http://images.corp:3128");
    expect(proxyOfPulls({ proxies: readProxies(unit, new Map()) })).toBe("http://…@unit.corp:3128");
    expect(proxyOfPulls({})).toBeNull();
  });

  it("with control characters are left, and long ones cut", () => {
    const environment = new Map([
      ["HTTPS_PROXY", "http://a\u001b[31m"],
      ["HTTP_PROXY", `http://${"a".repeat(9000)}`],
    ]);
    const [only, ...others] = readProxies("", environment);
    expect(others).toEqual([]);
    expect(only?.value.length).toBeLessThanOrEqual(2048);
  });

  it("lose a login that is longer than what is kept", () => {
    const secret = "hunter2".repeat(300);
    const environment = new Map([["HTTPS_PROXY", `http://me:${secret}@proxy.corp:3128`]]);
    expect(readProxies("", environment)).toEqual([
      { name: "HTTPS_PROXY", value: "http://…@proxy.corp:3128" },
    ]);
  });
});
