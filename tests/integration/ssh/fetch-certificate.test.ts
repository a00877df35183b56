import { connect, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchHostCertificate } from "@/lib/server/ssh/fetch-certificate";
import { readHostCertificate } from "@/lib/server/ssh/host-certificate";
import { fetchCertificate } from "@/lib/server/ssh/host-key";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

const authority = makeKeyPair("authority");
let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "certified", hostCertificate: { authority, keyId: "certified-1", serial: 12 } },
    { name: "plain" },
  ]);
});
afterAll(() => fleet.stop());

const blobOf = (line: string) => Buffer.from(line.split(" ")[1] ?? "", "base64");
const fetchFrom = (address: { host: string; port: number }, connectMs = 60_000) =>
  fetchHostCertificate({ address, connectMs, reach: undefined });

async function expectCertificate(wire: Buffer | null) {
  const { host, hostKey } = fleet.get("certified");
  const certificate = wire && readHostCertificate(wire);
  expect(certificate).toMatchObject({ keyId: "certified-1", serial: "12", kind: "host", principals: [host] });
  expect(certificate?.key).toEqual(blobOf(hostKey.publicKey));
  expect(certificate?.authority).toEqual(blobOf(authority.publicKey));
}

it("is fetched from a machine, and there is none where none is set", async () => {
  await expectCertificate(await fetchFrom(fleet.get("certified")));
  expect(await fetchFrom(fleet.get("plain"))).toBeNull();
});

it("is fetched through a jump host, and over a slow way", async () => {
  const { host, port } = fleet.get("certified");
  const jump = { ...targetOf(fleet, fleet.get("plain")), name: "plain" };
  await expectCertificate(await fetchCertificate({ host, port, jump }));
  const proxy = await startCutProxy(fleet.get("certified"), { delayMs: 5 });
  await expectCertificate(await fetchFrom(proxy));
  await proxy.stop();
});

it.each(["ecdh-sha2-nistp256", "ecdh-sha2-nistp384", "ecdh-sha2-nistp521", "curve25519-sha256"])(
  "is fetched where only %s is known",
  async (exchange) => {
    const node = fleet.get("certified");
    const before = await node.read("/etc/ssh/sshd_config");
    await node.write("/etc/ssh/sshd_config", `${before}KexAlgorithms ${exchange}\nCiphers aes256-ctr\n`);
    await node.reloadSshd();
    await expectCertificate(await fetchFrom(node));
    await node.write("/etc/ssh/sshd_config", before);
    await node.reloadSshd();
  },
);

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** A machine that answers each connection with these bytes, and then as told. */
async function serve(bytes: Buffer, end: "hang-up" | "stay") {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.write(bytes);
    if (end === "hang-up") socket.end();
  });
  return { host: "127.0.0.1", port: await listen(server), close: () => server.close() };
}

/** What a machine says to one who fetches its certificate. */
async function recordAnswer(node: { host: string; port: number }): Promise<Buffer> {
  const said: Buffer[] = [];
  const server = createServer((near) => {
    const far = connect(node.port, node.host);
    far.on("data", (chunk) => said.push(chunk));
    far.on("error", () => near.destroy());
    near.on("error", () => far.destroy());
    near.pipe(far).pipe(near);
  });
  const port = await listen(server);
  await expectCertificate(await fetchFrom({ host: "127.0.0.1", port }));
  server.close();
  return Buffer.concat(said);
}

it("is fetched byte by byte", async () => {
  const answer = await recordAnswer(fleet.get("certified"));
  const server = createServer({ noDelay: true }, async (socket) => {
    socket.on("error", () => socket.destroy());
    for (const byte of answer) await new Promise((resolve) => socket.write(Buffer.from([byte]), resolve));
  });
  await expectCertificate(await fetchFrom({ host: "127.0.0.1", port: await listen(server) }));
  server.close();
});

describe("a machine that is no SSH server as expected", () => {
  const greeting = Buffer.from("SSH-2.0-Strange\r\n");
  const kexInit = (lists: string) =>
    Buffer.concat([
      Buffer.from([0, 0, 1, 0, 4, 20]),
      Buffer.alloc(16),
      Buffer.from(lists),
      Buffer.alloc(300),
    ]);
  it.each<[string, Buffer]>([
    ["a web server", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\nSSH-1.5-Old\r\n")],
    ["a packet longer than all there may be", Buffer.concat([greeting, Buffer.from("fffffff00420", "hex")])],
    [
      "a packet of padding only",
      Buffer.concat([greeting, Buffer.from("0000000cff14", "hex"), Buffer.alloc(11)]),
    ],
    ["lists that are longer than their packet", Buffer.concat([greeting, kexInit("\xff\xff\xff\xff")])],
    ["another message", Buffer.concat([greeting, Buffer.from("0000000c0a01", "hex"), Buffer.alloc(11)])],
    [
      "messages that say nothing, without end",
      Buffer.concat([
        greeting,
        Buffer.alloc(400_000, Buffer.from("0000000c0a0200000000000000000000", "hex")),
      ]),
    ],
  ])("shows no certificate: %s", async (_, bytes) => {
    const machine = await serve(bytes, "hang-up");
    expect(await fetchFrom(machine)).toBeNull();
    machine.close();
  });

  it("is left after the time for connecting, whether it greets or not", async () => {
    for (const bytes of [Buffer.alloc(0), greeting]) {
      const machine = await serve(bytes, "stay");
      await expect(fetchFrom(machine, 300)).rejects.toMatchObject({
        fault: "unreachable",
        // A busy machine may not even have connected by then.
        params: { reason: expect.stringMatching(/^(?:no-answer|timeout)$/) },
      });
      machine.close();
    }
  });

  it("is left when it writes lines without end", async () => {
    const machine = await serve(Buffer.alloc(2_000_000, "a line\n"), "stay");
    expect(await fetchFrom(machine)).toBeNull();
    machine.close();
  });
});
