import { describe, expect, it } from "vitest";
import { type CutRemedy, canMendCut, mendCut } from "@/lib/domain/registries/cut-secret";
import { parse } from "@/lib/domain/registries/parse";

const cutIn = (text: string) => {
  const read = parse(text);
  const remark = read.ok ? read.remarks.find(({ code }) => code === "secret-cut") : undefined;
  if (!remark) throw new Error("no secret is cut");
  return remark.range;
};
const mended = (text: string, remedy: CutRemedy) => {
  const read = parse(mendCut(text, cutIn(text), remedy));
  if (!read.ok) throw new Error(read.error);
  const [host] = read.definition.registryHosts ?? [];
  return {
    password: host?.auth?.password,
    codes: read.remarks.map(({ code }) => code),
    notes: JSON.stringify(read.definition),
  };
};
const block = (line: string, end = "\n") =>
  `# ü\nconfigs:${end}  h:${end}    auth:${end}      username: u${end}      password: ${line}${end}    tls: {}${end}`;

describe("a secret that a comment cut off", () => {
  it.each([
    ["hunter2 #tail", "hunter2 #tail"],
    ['a"b\\c \t# d # e  ', 'a"b\\c \t# d # e'],
  ])("is joined: %j", (line, whole) => {
    for (const end of ["\n", "\r\n"]) {
      const { password, codes } = mended(block(line, end), "join");
      expect(password).toEqual({ kind: "text", text: whole });
      expect(codes).not.toContain("secret-cut");
    }
  });

  it("loses its rest where it was a comment", () => {
    const { password, codes, notes } = mended(block("hunter2  # tail"), "drop");
    expect(password).toEqual({ kind: "text", text: "hunter2" });
    expect(codes).not.toContain("secret-cut");
    expect(notes).not.toContain("tail");
  });

  it("is left alone where other things stand on its line, or where the text is another by now", () => {
    const flow = "configs:\n  h: {auth: {username: u, password: x #y\n  }}\n";
    expect(canMendCut(flow, cutIn(flow))).toBe(false);
    expect(mendCut(flow, cutIn(flow), "join")).toBe(flow);
    expect(canMendCut(`#\n${block("a #b")}`, cutIn(block("a #b")))).toBe(false);
  });
});
