import { describe, expect, it } from "vitest";
import { readCommand, readFlag, splitWords } from "@/lib/domain/nodes/command-line";
import { type Survey, toInspection } from "@/lib/domain/nodes/survey";

const bytes = (text: string) => new TextEncoder().encode(text);

type Unit = { name: string; text: string; active?: string; enabled?: boolean };

function surveyOf(units: Unit[], texts: Record<string, string> = {}): Survey {
  return {
    facts: [
      { name: "hostname", value: "Edge-1" },
      { name: "manager", value: "systemd" },
    ],
    units: units.map(({ name, active = "active", enabled = true }) => ({ name, active, enabled })),
    texts: [
      ...units.map(({ name, text }) => ({ name: `unit:${name}`, bytes: bytes(text) })),
      ...Object.entries(texts).map(([name, text]) => ({ name, bytes: bytes(text) })),
    ],
  };
}

const unitText = (command: string) => `[Unit]\nDescription=x\n[Service]\nType=notify\nExecStart=${command}\n`;
const server: Unit = {
  name: "k3s",
  text: unitText("/usr/local/bin/k3s \\\n    server \\\n\t'--disable' \\\n\t'traefik'"),
};
const agent: Unit = { name: "k3s-agent", text: unitText("/usr/local/bin/k3s agent") };

describe("command lines", () => {
  it("are split as systemd and a shell do", () => {
    expect(splitWords(`a 'b c' "d \\"e" f\\ g --x='y z' ""`)).toEqual([
      "a",
      "b c",
      'd "e',
      "f g",
      "--x=y z",
      "",
    ]);
  });

  it("take no longer than they are long, whatever a node sends", () => {
    // With a pattern that begins anew at each blank, this takes minutes.
    expect(splitWords(`a${" ".repeat(1_000_000)}"`)).toEqual(["a"]);
  });

  it("are the last one of a unit, drop-ins included", () => {
    const text = `${server.text}# /etc/systemd/system/k3s.service.d/10.conf\n[Service]\nExecStart=\nExecStart=-/opt/k3s server -d /srv\n`;
    expect(readCommand(text)).toMatchObject({ binary: "/opt/k3s", role: "server", flags: ["-d", "/srv"] });
  });

  it("are found in an OpenRC service", () => {
    const text =
      '#!/sbin/openrc-run\ncommand="/usr/local/bin/k3s"\ncommand_args="server \\\n    --tls-san x \\\n    >>/var/log/k3s.log 2>&1"\n';
    expect(readCommand(text)).toMatchObject({ role: "server", flags: ["--tls-san", "x"] });
  });

  it("of other programs are none", () => {
    expect(readCommand(unitText("/usr/bin/k3sup server"))).toBeNull();
    expect(readCommand(unitText("/usr/local/bin/k3s kubectl"))).toBeNull();
    expect(readCommand("")).toBeNull();
  });

  it("give the last value of a flag", () => {
    const flags = ["--data-dir", "/a", "--embedded-registry", "--data-dir=/b", "-d", "/c"];
    expect(readFlag(flags, ["data-dir"])).toBe("/b");
    expect(readFlag(flags, ["data-dir", "d"])).toBe("/c");
    expect(readFlag(flags, ["embedded-registry"])).toBe("true");
    expect(readFlag(flags, ["node-name"])).toBeNull();
  });
});

describe("the service", () => {
  it.each<[string, Unit[], string | null, string | null]>([
    ["none", [], null, "service-not-found"],
    ["a server", [server], "k3s", null],
    [
      "the one that runs beside an old one",
      [server, { ...agent, active: "inactive", enabled: false }],
      "k3s",
      null,
    ],
    ["two that run", [server, agent], null, "service-ambiguous"],
    [
      "one that runs and one that will",
      [server, { ...agent, active: "inactive" }],
      null,
      "service-ambiguous",
    ],
    ["the only one there is, stopped", [{ ...agent, active: "inactive", enabled: false }], "k3s-agent", null],
    ["a unit of another program", [{ ...server, text: unitText("/bin/true") }], null, "service-not-found"],
  ])("of %s is chosen or not", (...[, units, unit, serviceFault]) => {
    expect(toInspection(surveyOf(units))).toMatchObject({ unit, serviceFault });
  });
});

describe("settings", () => {
  it("have the defaults of the distribution", () => {
    expect(toInspection(surveyOf([server]))).toMatchObject({
      dataDir: "/var/lib/rancher/k3s",
      registriesPath: "/etc/rancher/k3s/registries.yaml",
      nodeName: "edge-1",
      flags: { disableDefaultRegistryEndpoint: false, systemDefaultRegistry: null, foreignRuntime: false },
    });
    const rke2 = { name: "rke2-agent", text: unitText("/usr/local/bin/rke2 agent") };
    expect(toInspection(surveyOf([rke2])).registriesPath).toBe("/etc/rancher/rke2/registries.yaml");
  });

  it.each([
    { given: "/data//", dataDir: "/data" },
    { given: "/", dataDir: "/" },
    { given: `/data${"/".repeat(60_000)}x`, dataDir: null },
  ])("have a data folder in one spelling, if it is one: $dataDir", ({ given, dataDir }) => {
    const texts = { "config:k3s:/etc/rancher/k3s/config.yaml": `data-dir: "${given}"\n` };
    expect(toInspection(surveyOf([server], texts)).dataDir).toBe(dataDir);
  });

  it("come from the command line before files before the environment, later files before earlier", () => {
    const flagged = { ...server, text: unitText("/usr/local/bin/k3s server --node-name From-Flag") };
    const inspection = toInspection(
      surveyOf([flagged], {
        "config:k3s:/etc/rancher/k3s/config.yaml":
          "node-name: from-file\ndata-dir: /one\nembedded-registry: true\n",
        "config:k3s:/etc/rancher/k3s/config.yaml.d/10.yaml": "data-dir: /two\nprivate-registry: /r.yaml\n",
        "config:rke2:/etc/rancher/rke2/config.yaml": "data-dir: /other\n",
        "environment:/etc/default/k3s": "K3S_DATA_DIR='/three'\nexport K3S_NODE_NAME=x\n",
      }),
    );
    expect(inspection).toMatchObject({ nodeName: "from-flag", dataDir: "/two", registriesPath: "/r.yaml" });
    expect(inspection.flags.embeddedRegistry).toBe(true);
  });

  it("that cannot be read are named and not guessed", () => {
    const files = {
      "config:k3s:/etc/rancher/k3s/config.yaml": "a: [\n",
      "environment:/x": "K3S_CONFIG_FILE=/y.yaml\n",
    };
    expect(toInspection(surveyOf([server], files)).unreadableConfig).toEqual([
      "/etc/rancher/k3s/config.yaml",
      "/y.yaml",
    ]);
  });
});
