import "server-only";
import { createPrivateKey, type KeyObject } from "node:crypto";
import { commandParams } from "@/lib/domain/certificates/convert";
import {
  isEncryptedKey,
  isKeyLabel,
  type PemBlock,
  pemBlocks,
  wrongFileKind,
} from "@/lib/domain/certificates/pem";
import type { FieldIssue } from "@/lib/domain/errors";
import { fail, ok, type Result } from "@/lib/domain/result";
import { describeKey, isUsableKey } from "./key-kind";

export type ParsedKey = {
  key: KeyObject;
  /** What is sealed and delivered: PKCS#8 without encryption, as nothing on a node could ask for a passphrase. */
  pemWithSecret: string;
};

const refuse = (
  code: string,
  params: FieldIssue["params"] = commandParams(code),
  field: "key" | "keyPassphrase" = "key",
) => fail<FieldIssue>({ path: [field], code, ...(params ? { params } : {}) });

export const parseKey = (text: string, passphrase: string | undefined): Result<ParsedKey, FieldIssue> => {
  const blocks = pemBlocks(text);
  const [block, second] = blocks.filter(({ label }) => isKeyLabel(label));
  if (!block) return refuse(withoutKey(text, blocks));
  if (second) return refuse("key-several");
  if (block.label === "OPENSSH PRIVATE KEY") return refuse("key-ssh");
  const encrypted = isEncryptedKey(block);
  if (encrypted && !passphrase) return refuse("key-encrypted", undefined, "keyPassphrase");
  const key = readKey(block, passphrase);
  if (!key) {
    return encrypted ? refuse("key-passphrase-wrong", undefined, "keyPassphrase") : refuse("key-damaged");
  }
  if (!isUsableKey(key)) return refuse("key-kind", { kind: describeKey(key) });
  return ok({ key, pemWithSecret: key.export({ type: "pkcs8", format: "pem" }).toString() });
};

const withoutKey = (text: string, blocks: PemBlock[]) => {
  if (blocks.some(({ label }) => label === "CERTIFICATE")) return "key-is-certificate";
  if (blocks.some(({ label }) => label.startsWith("PGP "))) return "pem-pgp";
  if (blocks.some(({ label }) => label.endsWith("PUBLIC KEY"))) return "key-is-public";
  if (blocks.length > 0) return "key-missing";
  return text.includes("-----BEGIN ") ? "pem-cut" : `pem-${wrongFileKind(text)}`;
};

const readKey = ({ text }: PemBlock, passphrase: string | undefined) => {
  try {
    return createPrivateKey(passphrase === undefined ? text : { key: text, passphrase });
  } catch {
    // OpenSSL's words differ from release to release and add nothing a user could act on.
    return undefined;
  }
};
