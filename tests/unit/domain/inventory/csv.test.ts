import { describe, expect, it } from "vitest";
import { readRecords } from "@/lib/domain/inventory/csv-records";
import { readInventory } from "@/lib/domain/inventory/read";

const read = (text: string) => readInventory(text, "csv");
const rest = { role: null, hint: null };

describe("records", () => {
  it.each([
    ['a,"b, c",d', [["a", "b, c", "d"]]],
    ['"say ""hi""",x\r\n', [['say "hi"', "x"]]],
    ['"two\nlines",x\ny', [["two\nlines", "x"], ["y"]]],
    ["a,,\n\n,,\nb", [["a", "", ""], ["b"]]],
    ['"never closed,x\ny', [["never closed,x\ny"]]],
    ['a"b,"c"d', [['a"b', "c"]]],
    ["", []],
  ])("of %j", (text, expected) => {
    expect(readRecords(text.replaceAll("\r", ""), ",").map(({ cells }) => cells)).toEqual(expected);
  });

  it("know their line, also behind a cell of several", () => {
    expect(readRecords('a\n"b\nc"\nd', ",").map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it("of a megabyte of quotes are read", () => {
    expect(readRecords('"'.repeat(1_000_000), ",")).toHaveLength(1);
    expect(readRecords(",".repeat(1_000_000), ",")).toHaveLength(0);
  });
});

describe("a table with a header", () => {
  it.each([
    ["comma", 'Name,IP Address,SSH Port,User,Group\n"edge-1",10.0.4.1,2222,ops,"edge;prod"\n'],
    ["semicolon", "host;name;user;port;groups\r\n10.0.4.1;edge-1;ops;2222;edge|prod\r\n"],
    ["tab", "address\tname\tlogin\tport\tgroup\n10.0.4.1\tedge-1\tops\t2222\tedge,prod"],
    [
      "Chinese",
      "名称，x,地址,端口,用户,分组\nedge-1,,,,\n"
        .replace("名称，x", "名称")
        .replace("edge-1,,,,", "edge-1,１０.０.４.１,２２２２,ops,edge；prod"),
    ],
  ])("by %s gives the same machine", (_, text) => {
    const { rows, left } = read(`\ufeff${text}`);
    expect(left).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        name: "edge-1",
        host: "10.0.4.1",
        port: 2222,
        username: "ops",
        groups: ["edge", "prod"],
        ...rest,
      },
    ]);
  });

  it("takes the name as address where there is none, and the address as name", () => {
    expect(read("name,ip\nsrv-1,\n,10.0.0.2").rows).toMatchObject([
      { name: "srv-1", host: "srv-1" },
      { name: "10.0.0.2", host: "10.0.0.2" },
    ]);
  });

  it("never holds a password, and says which rows and headers cannot be used", () => {
    const { rows, left } = read("name,ip,root_password\na,bad host,hunter2\nb,10.0.0.1,hunter2");
    expect(JSON.stringify([rows, left])).not.toContain("hunter2");
    expect(left).toEqual([
      { line: 1, text: "root_password", code: "secret" },
      { line: 2, text: "a", code: "host" },
    ]);
    expect(read("colour,size\nred,3").left).toMatchObject([{ code: "no-address-column" }]);
  });
});
