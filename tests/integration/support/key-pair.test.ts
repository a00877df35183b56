import { utils } from "ssh2";
import { expect, it } from "vitest";
import { fingerprintOf, makeKeyPair } from "@/tests/support/nodes/host-key";

it("makes keys whose halves belong together, as OpenSSH writes them", () => {
  const pair = makeKeyPair("some node");
  const key = utils.parseKey(pair.privateKey);
  if (key instanceof Error) throw key;
  expect(pair.publicKey).toBe(`ssh-ed25519 ${key.getPublicSSH().toString("base64")} some node`);
  expect(pair.fingerprint).toBe(fingerprintOf(key.getPublicSSH()));
  const signature = key.sign("text");
  if (signature instanceof Error) throw signature;
  expect(key.verify("text", signature)).toBe(true);
  expect(makeKeyPair("some node").publicKey).not.toBe(pair.publicKey);
});
