import { describe, expect, it } from "vitest";
import { readPemText, toInspect, toUpdateCertificate } from "@/lib/domain/certificates/form";
import { isEncryptedKey, pemBlocks, splitPem, wrongFileKind } from "@/lib/domain/certificates/pem";
import { orderText, readOrder, reorderPem } from "@/lib/domain/certificates/pem-order";

const block = (label: string, body = "AAAA") => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;

describe("PEM text", () => {
  it("is read block by block, without what stands between", () => {
    const text = `subject=x\r\n${block("CERTIFICATE")}\n\n# note\n${block("PRIVATE KEY", "BBBB")}`;
    expect(pemBlocks(text).map(({ label }) => label)).toEqual(["CERTIFICATE", "PRIVATE KEY"]);
    expect(pemBlocks("-----BEGIN CERTIFICATE-----\nAAAA\n")).toEqual([]);
    expect(pemBlocks(block("CERTIFICATE").replace("END CERTIFICATE", "END KEY"))).toEqual([]);
  });

  // So large that anything worse than linear would outlast the test.
  it.each([["-----BEGIN A-----\n".repeat(100_000)], [`-----BEGIN A-----\n${"-".repeat(2_000_000)}`]])(
    "is read in linear time, however hostile",
    (text) => expect(pemBlocks(text)).toEqual([]),
  );

  it("is split into certificate and key", () => {
    const both = `${block("EC PARAMETERS")}\n${block("EC PRIVATE KEY", "KKKK")}\n${block("CERTIFICATE")}`;
    expect(splitPem(both)).toEqual({
      certificate: `${block("CERTIFICATE")}\n`,
      key: `${block("EC PRIVATE KEY", "KKKK")}\n`,
    });
    expect(readPemText(both)).toMatchObject({ ok: true });
    expect(readPemText("-----BEGIN X")).toEqual({ ok: false, code: "pem-cut" });
    expect(readPemText("hello")).toEqual({ ok: false, code: "pem-not-pem" });
  });

  it("is put into another order only by positions that are all there", () => {
    const text = `${block("CERTIFICATE", "ROOT")}\n${block("CERTIFICATE", "LEAF")}\n`;
    const sorted = `${block("CERTIFICATE", "LEAF")}\n${block("CERTIFICATE", "ROOT")}\n`;
    expect(readOrder(orderText([2, 1]))).toEqual([2, 1]);
    expect(reorderPem(text, [2, 1])).toBe(sorted);
    for (const order of [[1], [1, 1], [1, 3], [Number.NaN, 1]])
      expect(reorderPem(text, order)).toBeUndefined();
  });

  it("tells encrypted keys by label and by header", () => {
    const [pkcs8] = pemBlocks(block("ENCRYPTED PRIVATE KEY"));
    const [old] = pemBlocks(block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: x\n\nAAAA"));
    const [open] = pemBlocks(block("RSA PRIVATE KEY"));
    expect([pkcs8, old, open].map((one) => one && isEncryptedKey(one))).toEqual([true, true, false]);
  });

  it("is told apart from other files", () => {
    expect(wrongFileKind("")).toBe("empty");
    expect(wrongFileKind("0\x82\x09\x0e\x02\x01\x03rest")).toBe("pkcs12");
    expect(wrongFileKind("0\x82\x03\x0d0\x82rest")).toBe("der");
    expect(wrongFileKind(`MII${"A".repeat(80)}==`)).toBe("base64");
    expect(wrongFileKind("0.1.2")).toBe("not-pem");
    expect(wrongFileKind("\xfe\xed\xfe\xed\0\0\0\x02")).toBe("jks");
    expect(wrongFileKind("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 mei@edge")).toBe("ssh-public-key");
    expect(wrongFileKind(`${btoa("0\x82\x09\x0e\x02\x01\x030\x82")}${"A".repeat(70)}`)).toBe("pkcs12-base64");
  });
});

describe("the form of a certificate", () => {
  const form = { name: "n", certificate: "C", key: "", keyPassphrase: "", keepKey: true };

  it("sends only what was filled in", () => {
    expect(toInspect({ ...form, keyPassphrase: "stray" })).toEqual({ certificate: "C" });
    expect(toInspect({ ...form, key: "K", keyPassphrase: "p" })).toEqual({
      certificate: "C",
      key: "K",
      keyPassphrase: "p",
    });
  });

  it("keeps the stored key only when none is given", () => {
    expect(toUpdateCertificate(form)).toEqual({ name: "n", certificate: "C", keepKey: true });
    expect(toUpdateCertificate({ ...form, key: "K" })).toEqual({ name: "n", certificate: "C", key: "K" });
  });
});
