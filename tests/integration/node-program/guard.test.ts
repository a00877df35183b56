import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { base } from "@/lib/server/node-program/parts/base";
import { compact } from "@/lib/server/node-program/program";
import type { CertificateFile } from "@/lib/server/node-program/request";
import { codesOf, mirrorFile, push, requestFor, run, sha256 } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const owned = "/etc/rancher/pullpath/tls";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "open", registries: old },
    { name: "linked", config: "private-registry: /srv/open/registries.yaml\n" },
    { name: "certs", registries: old },
    { name: "drops", registries: old },
  ]);
});
afterAll(() => fleet.stop());

function certificate(text: string, ending: "crt" | "key" = "crt"): CertificateFile {
  const digest = sha256(text);
  const mode = ending === "crt" ? 0o644 : 0o600;
  return {
    path: `${owned}/${digest.slice(0, 16)}.${ending}`,
    bytes: Buffer.from(text),
    sha256: digest,
    mode,
  };
}

describe.concurrent("a folder others than root may write in", () => {
  const refused = { outcome: "failed", fault: "not-writable", params: { reason: "open-folder" } };

  it.each([
    { above: "755", owner: "0:0", rights: "755", code: 0 },
    { above: "1777", owner: "0:0", rights: "755", code: 0 },
    { above: "2755", owner: "0:0", rights: "700", code: 0 },
    { above: "755", owner: "0:0", rights: "1777", code: 1 },
    { above: "777", owner: "0:0", rights: "755", code: 1 },
    { above: "2775", owner: "0:0", rights: "755", code: 1 },
    { above: "755", owner: "ops", rights: "755", code: 1 },
    { above: "755", owner: "0:0", rights: "775", code: 1 },
    { above: "755", owner: "0:0", rights: "702", code: 1 },
    { above: "755", owner: "0:0", rights: "2770", code: 1 },
  ])("is known by its rights: $rights below $above of $owner ends with $code", async (row) => {
    const program = `${compact(base)}
top=$(mktemp -d) && mkdir "$top/above" "$top/above/in" && chown "$2" "$top/above" && chmod "$1" "$top/above" &&
  chmod "$3" "$top/above/in" && ln -s "$top/above/in" "/srv/$$" || exit 2
is_guarded "$top/above/in" && is_guarded "/srv/$$"`;
    const argv = ["sh", "-c", program, "sh", row.above, row.owner, row.rights];
    expect((await fleet.get("drops").exec(argv)).code).toBe(row.code);
  });

  it("is left alone", async () => {
    const node = fleet.get("open");
    const target = targetOf(fleet, node);
    await node.run(["chmod", "0777", "/etc/rancher/k3s"]);
    expect((await push(target, wanted)).report).toMatchObject(refused);
    await node.run(["chmod", "0755", "/etc/rancher/k3s"]);
    await node.run(["chown", "ops", "/etc/rancher"]);
    expect((await push(target, wanted)).report).toMatchObject(refused);
    expect(await node.read(node.registriesPath)).toBe(old);
    expect(await node.list("/etc/rancher/k3s")).toEqual(["registries.yaml"]);
    await node.run(["chown", "root", "/etc/rancher"]);
    expect((await push(target, wanted)).report.outcome).toBe("changed");
  });

  it("does not decide by a link in it which file is replaced", async () => {
    const node = fleet.get("linked");
    await node.write("/etc/victim", "important\n");
    await node.run(["sh", "-c", "mkdir -m 777 /srv/open && ln -s /etc/victim /srv/open/registries.yaml"]);
    expect((await push(targetOf(fleet, node), wanted)).report).toMatchObject(refused);
    expect(await node.read("/etc/victim")).toBe("important\n");
  });
});

describe.concurrent("a certificate that is there already", () => {
  it("is refused and not followed when it is no file, and gets back its owner and its rights", async () => {
    const node = fleet.get("certs");
    const key = certificate("a key", "key");
    const pushing = () => push(targetOf(fleet, node), wanted, { certificates: [key] });
    await node.write("/etc/good.pem", "a key", "0666");
    for (const command of [`ln -s /etc/good.pem ${key.path}`, `mkdir ${key.path}`]) {
      await node.run(["sh", "-c", `mkdir -p ${owned} && ${command}`]);
      const { report } = await pushing();
      expect(report).toMatchObject({ outcome: "failed", fault: "content-differs" });
      expect((await node.stat("/etc/good.pem")).mode).toBe("666");
      await node.remove(key.path);
    }
    await node.write(key.path, "a key", "0644");
    await node.run(["chown", "ops", key.path]);
    const { report, events } = await pushing();
    expect(report.outcome).toBe("changed");
    expect(codesOf(events)).toContain("upload certificate-mended");
    expect(await node.stat(key.path)).toMatchObject({ mode: "600", uid: 0, gid: 0 });
  });
});

describe.concurrent("certificates of ours that nothing names any more", () => {
  it("go after a push that worked, and not while a kept backup names them", async () => {
    const node = fleet.get("drops");
    const target = targetOf(fleet, node);
    const [first, second] = [certificate("first"), certificate("second")];
    const using = ({ path }: CertificateFile, host: string) =>
      `${mirrorFile(host)}configs:\n  ${host}:\n    tls:\n      ca_file: ${path}\n`;
    const nameOf = ({ path }: CertificateFile) => path.slice(owned.length + 1);
    await push(target, using(first, "one.example.com"), { certificates: [first] });
    await node.write(`${owned}/mine.crt`, "put there by hand");
    const next = await requestFor(target, using(second, "two.example.com"), { certificates: [second] });
    expect((await run(target, next)).report.outcome).toBe("changed");
    await waitFor(async () => !(await node.exists("/var/lib/pullpath/lock")));
    expect(await node.read(`/var/lib/pullpath/backups/${next.transactionId}/registries.yaml`)).toContain(
      first.path,
    );
    const all = [nameOf(first), nameOf(second), "mine.crt"].sort();
    expect((await node.list(owned)).sort()).toEqual(all);

    await node.remove(`/var/lib/pullpath/backups/${next.transactionId}`);
    expect((await push(target, wanted, { writeOnly: true })).report.outcome).toBe("written");
    await waitFor(async () => !(await node.exists("/var/lib/pullpath/lock")));
    expect((await node.list(owned)).sort()).toEqual(all);

    expect((await push(target, mirrorFile("three.example.com"))).report.outcome).toBe("changed");
    await waitFor(async () => !(await node.exists(first.path)));
    expect((await node.list(owned)).sort()).toEqual([nameOf(second), "mine.crt"].sort());
  });
});
