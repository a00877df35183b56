import { beforeAll, describe, expect, it } from "vitest";
import type { FileValue } from "@/lib/domain/registries/schema";
import { testNode } from "@/lib/server/nodes/test-node";
import { temporaryDatabase } from "@/tests/support/database";
import { admin } from "@/tests/support/pushes";
import { ask, endOf, stepOf } from "./ask";
import { makeAuthority } from "./certificates";
import { fleetOf } from "./fleet";
import { answerWith, asRegistry, serveHttp, serveSocket, serveTls } from "./servers";

temporaryDatabase();
const make = makeAuthority();
const corp = make.authority("corp", "/O=Corp/CN=Corp Root");
const harbor = make.signed("harbor", { by: "corp", san: "DNS:registry.edge" });
const onNode = (path: string): FileValue => ({ kind: "path", path });

const { machine, idOf, askFrom } = fleetOf([{ name: "edge" }, { name: "closed" }, { name: "off" }]);

const hosts = "/etc/hosts";
const bundle = "/etc/ssl/certs/ca-certificates.crt";
const caFile = "/etc/rancher/corp ca.crt";

beforeAll(async () => {
  const edge = machine("edge");
  const known = "127.0.0.1 registry.edge\n10.255.255.1 mixed.edge\n169.254.169.254 mixed.edge meta.edge\n";
  await edge.write(hosts, `${await edge.read(hosts)}${known}`, "0644");
  await edge.write(caFile, `# the CA of the house\n${corp.cert}`);
});

describe("a registry asked from a node", () => {
  it("is found by the name the node knows, and verified by the CA that only the node has", async () => {
    const port = await serveTls(harbor);
    const url = `https://registry.edge:${port}`;
    const given = { url, tls: { ca: onNode(caFile) } };
    const result = await askFrom("edge", given);
    expect(endOf(result)).toBeNull();
    expect(result).toMatchObject({
      ok: true,
      url: `${url}/v2/`,
      node: { id: idOf("edge"), name: "edge", fault: null },
      remarks: [],
      certificates: [{ subject: "CN=harbor" }],
    });
    expect(stepOf(result, "dns")?.note?.params).toEqual({ addresses: "127.0.0.1", more: 0 });
    const here = await ask(given);
    expect(here).toMatchObject({ node: null, ok: false });
    expect(here.remarks).toEqual([{ code: "ca-on-node", params: { path: caFile } }]);
  });

  it("is verified by what the system of the node trusts", async () => {
    const url = `https://registry.edge:${await serveTls(harbor)}`;
    const issuer = "CN=Corp Root, O=Corp";
    expect(endOf(await askFrom("edge", { url }))).toMatchObject({ code: "unknown-ca", params: { issuer } });
    await machine("edge").write("/etc/ssl/certs/house.pem", corp.cert, "0644");
    expect(endOf(await askFrom("edge", { url }))).toBeNull();
    await machine("edge").remove("/etc/ssl/certs/house.pem");
    await machine("edge").write(bundle, `garbage\n${corp.cert}`, "0644");
    expect(endOf(await askFrom("edge", { url }))).toBeNull();
    await machine("edge").run(["sh", "-c", "rm -rf /etc/ssl/certs /etc/pki /etc/ssl/*.pem"]);
    const bare = await askFrom("edge", { url });
    expect(endOf(bare)?.code).toBe("unknown-ca");
    expect(bare.remarks).toEqual([{ code: "no-system-roots", params: { node: "edge" } }]);
  });

  it("may speak plain HTTP, and hang up, and not answer", async () => {
    const plain = await serveHttp(asRegistry);
    expect(endOf(await askFrom("edge", { url: `http://registry.edge:${plain}` }))).toBeNull();
    const large = await serveHttp(answerWith(200, { "content-type": "text/html" }, "x".repeat(500_000)));
    expect(endOf(await askFrom("edge", { url: `http://127.0.0.1:${large}` }))?.code).toBe("not-a-registry");
    const wrong = await askFrom("edge", { url: `https://registry.edge:${plain}` });
    expect(endOf(wrong)).toMatchObject({ step: "tls", code: "plain-http-on-https" });
    const rude = await serveSocket((socket) => socket.once("data", () => socket.resetAndDestroy()));
    expect(endOf(await askFrom("edge", { url: `https://registry.edge:${rude}` }))?.code).toBe("reset");
    const mute = await serveSocket(() => undefined);
    for (const scheme of ["http", "https"]) {
      const late = await askFrom("edge", { url: `${scheme}://registry.edge:${mute}` }, { phaseMs: 2500 });
      expect(endOf(late)).toMatchObject({ code: "timeout", params: { seconds: 3 } });
    }
  });

  it("refuses the connection of the node", async () => {
    const result = await askFrom("edge", { url: "https://registry.edge:1" });
    const params = { host: "registry.edge", address: "127.0.0.1", port: 1 };
    expect(endOf(result)).toEqual({ step: "connect", code: "refused", params });
  });

  it("is not where the node knows no such name", async () => {
    for (const url of ["https://nowhere.invalid", "https://-edge"]) {
      expect(endOf(await askFrom("edge", { url }))).toMatchObject({ step: "dns", code: "dns-missing" });
    }
  });

  it.each(["https://meta.edge", "https://mixed.edge", "https://169.254.169.254"])(
    "is never at an address of other services: %s",
    async (url) => expect(endOf(await askFrom("edge", { url }))?.code).toBe("blocked-address"),
  );

  it("is not the node itself, unless that is allowed", async () => {
    const asked: string[] = [];
    const port = await serveHttp((request, response) => {
      asked.push(request.url ?? "");
      asRegistry(request, response);
    });
    const result = await askFrom("edge", { url: `http://registry.edge:${port}` }, { allowLoopback: false });
    expect(endOf(result)).toMatchObject({ code: "blocked-address", params: { why: "loopback" } });
    expect(asked).toEqual([]);
  });
});

describe("a file of the node", () => {
  it.each([
    ["/etc/rancher/absent.crt", "node-file-missing"],
    ["relative.crt", "node-file-missing"],
    ["/etc", "node-file-missing"],
    ["/etc/shadow", "node-file-unreadable"],
    ["/dev/zero", "node-file-missing"],
  ])("that cannot be used ends the test as it ends the pull: %s", async (path, code) => {
    const url = `https://registry.edge:${await serveTls(harbor)}`;
    const result = await askFrom("edge", { url, tls: { ca: onNode(path), skipVerify: true } });
    expect(endOf(result)).toMatchObject({ step: "tls", code, params: { path } });
    expect(stepOf(result, "connect")?.outcome).toBe("ok");
  });
});

describe("the proxy of the service", () => {
  it("is told, without its login, where a pull would take it", async () => {
    const edge = machine("edge");
    const proxies = "HTTP_PROXY=http://me:pr/oxy@secret@proxy.corp:3128\nNO_PROXY=10.0.0.0/8,.corp\n";
    await edge.write("/etc/default/k3s", proxies);
    await edge.run(["systemctl", "restart", "k3s"]);
    await testNode(idOf("edge"), admin);
    const url = `http://registry.edge:${await serveHttp(asRegistry)}`;
    const result = await askFrom("edge", { url });
    expect(result.remarks).toEqual([{ code: "proxy", params: { node: "edge", proxy: "proxy.corp:3128" } }]);
    expect(result.ok).toBe(true);
    await edge.write("/etc/default/k3s", `${proxies}CONTAINERD_NO_PROXY=.edge\n`);
    await edge.run(["systemctl", "restart", "k3s"]);
    expect((await askFrom("edge", { url })).remarks).toEqual([]);
  });
});

describe("a node that cannot ask", () => {
  it("has an SSH server that forbids forwarding", async () => {
    const closed = machine("closed");
    const config = "/etc/ssh/sshd_config";
    await closed.write(config, `${await closed.read(config)}AllowTcpForwarding no\n`);
    await closed.reloadSshd();
    const result = await askFrom("closed", { url: `http://127.0.0.1:${await serveHttp(asRegistry)}` });
    expect(endOf(result)).toMatchObject({ step: "connect", code: "forwarding-forbidden" });
    await closed.write(config, (await closed.read(config)).replace("Forwarding no", "Forwarding local"));
    await closed.reloadSshd();
    const again = await askFrom("closed", { url: `http://127.0.0.1:${await serveHttp(asRegistry)}` });
    expect(endOf(again)).toBeNull();
  });

  it("has no getent", async () => {
    const closed = machine("closed");
    const path = (await closed.run(["sh", "-c", "command -v getent"])).trim();
    await closed.run(["rm", "-f", path, path.replace("/usr", "")]);
    const result = await askFrom("closed", { url: "https://registry.edge" });
    expect(endOf(result)).toMatchObject({ step: "dns", code: "resolver-missing" });
  });

  it("is down", async () => {
    await machine("off").powerOff();
    const result = await askFrom("off", { url: "https://127.0.0.1" });
    expect(result).toMatchObject({ ok: false, node: { name: "off", fault: { code: "connection-refused" } } });
    expect(result.steps.map(({ outcome }) => outcome)).toEqual(Array(5).fill("not-reached"));
  });
});
