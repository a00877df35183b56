import { describe, expect, it } from "vitest";
import { splitEndpoints } from "@/components/configurations/editor/split-endpoints";
import { maxImportBytes, readBytes, readText } from "@/lib/domain/registries/read-bytes";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("readBytes", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    expect(readBytes(bytes("mirrors: # 镜像源\n"))).toEqual({ ok: true, value: "mirrors: # 镜像源\n" });
    expect(readBytes(bytes("\ufeffmirrors:\n"))).toEqual({ ok: true, value: "\ufeffmirrors:\n" });
  });

  it("takes 1 MiB and refuses one byte more", () => {
    expect(readBytes(new Uint8Array(maxImportBytes).fill(35)).ok).toBe(true);
    expect(readBytes(new Uint8Array(maxImportBytes + 1).fill(35))).toEqual({
      ok: false,
      error: { code: "tooLarge", size: maxImportBytes + 1 },
    });
  });

  it.each([
    ["empty", new Uint8Array()],
    ["empty", bytes(" \n\t\n")],
    ["empty", bytes("\ufeff\n")],
    ["utf16", new Uint8Array([0xff, 0xfe, 0x6d, 0])],
    ["utf16", new Uint8Array(new Uint16Array([..."mirrors:\n"].map((each) => each.charCodeAt(0))).buffer)],
    ["binary", new Uint8Array([0x1f, 0x8b, 8, 0, 0, 7, 9, 200])],
  ])("refuses %s", (code, content) => {
    expect(readBytes(content)).toMatchObject({ ok: false, error: { code } });
  });

  it("says at which byte a text stops being UTF-8", () => {
    const content = new Uint8Array([...bytes("名: "), 0xe9, ...bytes(" x")]);
    expect(readBytes(content)).toEqual({ ok: false, error: { code: "notUtf8", byte: 7 } });
  });

  it("measures pasted text in bytes", () => {
    expect(readText("镜".repeat(maxImportBytes / 2))).toMatchObject({
      ok: false,
      error: { code: "tooLarge" },
    });
  });
});

describe("splitEndpoints", () => {
  it.each([
    ["a:5000, b:5000", ["a:5000", "b:5000"]],
    ["https://a\nhttps://b\r\n", ["https://a", "https://b"]],
    ['- "https://a"\n- "https://b"', ["https://a", "https://b"]],
    ["https://a，https://b", ["https://a", "https://b"]],
    ["https://a", ["https://a"]],
    ["  ", []],
  ])("reads %j as %j", (pasted, urls) => expect(splitEndpoints(pasted)).toEqual(urls));
});
