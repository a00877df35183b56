import { describe, expect, it } from "vitest";
import { readArguments, wantedLocale, wantsJson } from "@/lib/cli/arguments";
import { AppError } from "@/lib/domain/errors";

const question = (line: string) => {
  const wish = readArguments(line.split(" "));
  return wish.kind === "question" ? wish.question : wish.kind;
};

const asked = { file: "f", image: "", target: {}, assume: {} };

describe("the arguments", () => {
  it.each([
    ["decode f", { ...asked, command: "decode" }],
    ["lint -", { ...asked, command: "lint", file: "-" }],
    ["--json containerd --lang zh-CN f", { ...asked, command: "containerd" }],
    ["explain f nginx", { ...asked, command: "explain", image: "nginx" }],
    ["explain -- --odd --json", { ...asked, command: "explain", file: "--odd", image: "--json" }],
  ])("%s: name the command, the file and the image", (line, expected) => {
    expect(question(line)).toEqual(expected);
  });

  it.each([
    ["--distribution rke2", { distribution: "rke2" }],
    ["--distribution=k3s", { distribution: "k3s" }],
    ["--k3s-version v1.30.4+k3s1", { version: "v1.30.4+k3s1" }],
    ["--k3s-version=1.31.0", { version: "1.31.0" }],
    ["--disable-default-registry-endpoint", { disableDefaultRegistryEndpoint: true }],
    ["--disable-default-registry-endpoint=false", { disableDefaultRegistryEndpoint: false }],
    ["--embedded-registry", { embeddedRegistry: true }],
    ["--embedded-registry=true", { embeddedRegistry: true }],
    ["--data-dir /data", { dataDir: "/data" }],
    ["--pod-credentials", { podCredentials: true }],
    ["--puller rke2-runtime", { puller: "rke2-runtime" }],
    ["--user-template", { userTemplate: true }],
    ["--user-template=config-v3.toml.tmpl", { userTemplate: "config-v3.toml.tmpl" }],
    ["--data-dir /a --data-dir=/b", { dataDir: "/b" }],
  ])("%s: fill the target wherever they stand", (flags, target) => {
    for (const line of [`${flags} lint f`, `lint ${flags} f`, `lint f ${flags}`]) {
      expect(question(line)).toEqual({ ...asked, command: "lint", target });
    }
  });

  it("take answers for granted, one for each attempt, the last word counting", () => {
    const line = "explain --assume 1=404 f --assume=2=5xx nginx --assume 1=tls";
    expect(question(line)).toMatchObject({ assume: { "1": "tls", "2": "5xx" } });
  });

  it.each(["--help", "-h", "lint --help", "--help lint f"])("%s asks for help", (line) => {
    expect(question(line)).toBe("help");
  });

  it("ask for the version", () => {
    expect(question("--version")).toBe("version");
  });
});

describe("wrong arguments", () => {
  it.each([
    ["", "commandUnknown"],
    ["--json", "commandMissing"],
    ["decide f", "commandUnknown"],
    ["lint", "fileMissing"],
    ["explain f", "imageMissing"],
    ["lint f g", "tooMuch"],
    ["explain f nginx g", "tooMuch"],
    ["lint f --bogus", "flagUnknown"],
    ["lint f --bogus=1", "flagUnknown"],
    ["lint f -x", "flagUnknown"],
    ["lint f --no-json", "flagUnknown"],
    ["lint f --JSON", "flagUnknown"],
    ["lint f --toString", "flagUnknown"],
    ["lint f --__proto__=1", "flagUnknown"],
    ["lint f --lang", "flagWithoutValue"],
    ["lint f --data-dir --json", "flagWithoutValue"],
    ["lint f --lang de", "flagValue"],
    ["lint f --lang=", "flagValue"],
    ["lint f --json=maybe", "flagValue"],
    ["lint f --distribution kind", "flagValue"],
    ["lint f --k3s-version latest", "flagValue"],
    ["lint f --k3s-version=", "flagValue"],
    ["lint f --data-dir here", "flagValue"],
    ["lint f --puller docker", "flagValue"],
    ["lint f --embedded-registry=yes", "flagValue"],
    ["lint f --user-template=mine", "flagValue"],
    ["explain f a --assume", "flagWithoutValue"],
    ["explain f a --assume 404", "flagValue"],
    ["explain f a --assume 0=ok", "flagValue"],
    ["explain f a --assume 1=500", "flagValue"],
    ["explain f a --assume 1=ok=ok", "flagValue"],
    ["lint f --assume 1=ok", "flagForeign"],
    ["decode f --embedded-registry", "flagForeign"],
  ])("%j are refused: %s", (line, reason) => {
    expect(() => question(line)).toThrow(expect.objectContaining({ code: "invalid", reason }));
    expect(() => question(line)).toThrow(AppError);
  });

  it("still tell that JSON is wanted, and in which language", () => {
    expect(wantsJson(["--bogus", "--json"])).toBe(true);
    expect(wantsJson(["lint", "--", "--json"])).toBe(false);
    expect(wantsJson(["lint", "--json=false"])).toBe(false);
    expect(wantedLocale(["--bogus", "--lang=zh-CN"])).toBe("zh-CN");
    expect(wantedLocale(["--lang", "de"])).toBeNull();
    expect(wantedLocale(["--lang"])).toBeNull();
  });
});
