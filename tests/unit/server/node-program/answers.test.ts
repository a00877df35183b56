import { describe, expect, it } from "vitest";
import { faults } from "@/lib/domain/pushes/outcomes";
import { LineCutter, readAnswer, readPairs, unescapeValue } from "@/lib/server/node-program/lines";
import { program } from "@/lib/server/node-program/program";
import { maskLog, toEvent, toReport } from "@/lib/server/node-program/report";

describe("what a node prints", () => {
  it("is found in any cut and behind any banner", () => {
    const text = "Welcome!\nno line end@pullpath1 fact hostname s1\n@pullpath2 fact x y\n@pullpath1 end\n";
    for (let size = 1; size < 20; size += 1) {
      const cutter = new LineCutter();
      const bytes = Buffer.from(text);
      const lines: string[] = [];
      for (let at = 0; at < bytes.length; at += size)
        lines.push(...cutter.push(bytes.subarray(at, at + size)));
      expect(lines.map(readAnswer).filter(Boolean)).toEqual([
        { kind: "fact", name: "hostname", value: "s1" },
        { kind: "end" },
      ]);
    }
  });

  it("does not fill the memory with a line that never ends", () => {
    const cutter = new LineCutter(100);
    for (let count = 0; count < 50; count += 1) expect(cutter.push(Buffer.alloc(1000, 65))).toEqual([]);
    expect(cutter.push(Buffer.from("\n@pullpath1 end\n")).map(readAnswer)).toContainEqual({ kind: "end" });
  });

  it("is unescaped byte by byte", () => {
    expect(unescapeValue("%e9%95%9c%e5%83%8f a%2Fb%0a%zz%")).toBe("镜像 a/b\n%zz%");
    expect(unescapeValue("%ff")).toBe("�");
  });

  it("has pairs with plain names only", () => {
    expect(readPairs(["a=1", "__proto__=x", "=y", "empty=", "b=c=d"])).toEqual({
      a: "1",
      empty: "",
      b: "c=d",
    });
  });
});

describe("events and reports", () => {
  it("are read into plain data", () => {
    expect(toEvent("7 1700000000123 verify watching seconds=5 missing=".split(" "))).toEqual({
      sequence: 7,
      at: 1700000000123,
      phase: "verify",
      code: "watching",
      params: { seconds: "5", missing: "" },
    });
    expect(toReport("rolled-back not-ready second=x | unit=active ready=no".split(" "))).toEqual({
      outcome: "rolled-back",
      fault: "not-ready",
      params: { second: "x" },
      evidence: { unit: "active", ready: "no" },
    });
    expect(toReport("changed - | unit=active".split(" ")).fault).toBeNull();
  });

  it("have words for a sentence where a message is told: one line, nothing that turns it round, no secret", () => {
    const told = "rolled-back not-ready message=a%0ab%1b[31m%e2%80%aec%20token=hunter2 |";
    expect(toReport(told.split(" ")).params).toEqual({ message: "a b [31m c token=…" });
  });

  it.each(["", "x", "1.5", "0", "-1", "9007199254740993", "Infinity"])(
    "have a number, which %j is not",
    (number) => {
      expect(() => toEvent([number, "1700000000123", "verify", "watching"])).toThrow("protocol");
      expect(() => toEvent(["1", `${number}x`, "verify", "watching"])).toThrow("protocol");
    },
  );

  it("that make no sense are a fault of the protocol, never a success", () => {
    for (const words of ["succeeded - |", "changed maybe |", "", "changed"]) {
      expect(toReport(words.split(" "))).toMatchObject({ outcome: "failed", fault: "protocol" });
    }
  });
});

/** Where a fault stands as a word in the program: handed to what ends a transaction, printed, or kept until then. */
const named =
  /\b(?:abandon |refuse |turn_back |take_back |finish [a-z-]+ |printf |cause="?|fault="?|missing="?)([a-z]+(?:-[a-z]+)*)/g;
const ofProgram = new Set([...program.matchAll(named)].map(([, word]) => word));

describe("a fault that a node tells", () => {
  it.each(faults)("is %s only if the program can name it", (fault) => {
    const report = toReport(["failed", fault, "user=root", "|"]);
    expect(report.fault).toBe(ofProgram.has(fault) ? fault : "protocol");
    if (!ofProgram.has(fault)) expect(report.params).toEqual({ reason: "report" });
  });

  it("is never one of the way to it", () => {
    for (const fault of ["not-root", "login-refused", "host-key-changed", "sudo-needs-terminal"])
      expect(toReport(["failed", fault, "|"]).fault).toBe("protocol");
  });
});

describe("log lines", () => {
  it.each([
    ["yaml: cannot unmarshal !!str `hunter2` into []string", "hunter2"],
    ["Skipping duplicate endpoint URL https://user:hunter2@host/v2", "hunter2"],
    ['level=info msg="x" password: hunter2', "hunter2"],
    ['{"token":"hunter2 and more"}', "hunter2"],
    ['{\\"password\\":\\"hunter2\\"}', "hunter2"],
    ["Authorization: Basic abc", "abc"],
    ["starting with --token abc --server x", "abc"],
    ["pull of https://user:hun/ter2@host/v2 failed", "ter2"],
    ['GET "https://s3.corp/blob?X-Amz-Credential=a&X-Amz-Signature=hunter2": 403', "hunter2"],
    ["cannot unmarshal !!str `ab`hunter2` into []string", "hunter2"],
    ["cannot unmarshal !!str `ab\nhunter2...` into []string", "hunter2"],
  ])("%s lose what could be a secret", (line, secret) => {
    expect(maskLog(line)).not.toContain(secret);
    expect(maskLog(line)).toMatch(/…|redacted/);
  });

  it("keep the rest", () => {
    expect(maskLog("yaml: line 2: did not find expected key")).toBe(
      "yaml: line 2: did not find expected key",
    );
  });
});
