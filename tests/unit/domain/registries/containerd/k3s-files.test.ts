import { describe, expect, it } from "vitest";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { joinPath } from "@/lib/domain/registries/containerd/go-text";
import { decode } from "@/lib/domain/registries/decode";
import { lint } from "@/lib/domain/registries/lint/lint";
import { type TargetInput, targetSchema, toTarget } from "@/lib/domain/registries/target";
import ran from "../golden/k3s-files.json";
import { chainOf, readTomlHosts } from "./toml-hosts";

interface Case {
  name: string;
  registriesYaml: string;
  target: TargetInput;
  chain: Record<string, string | null>;
  files: Record<string, string>;
  logged: number;
  refused?: string[];
}

const cases = ran.cases.map((each) => ({ ...each, target: targetSchema.parse(each.target) }) as Case);

function predict({ registriesYaml, target }: Case) {
  const decoded = decode(registriesYaml);
  if (!decoded.ok) throw new Error(decoded.error);
  return containerdFiles(decoded.result, toTarget(target));
}

const isWarning = /^(?:key-skipped|endpoint-skipped|endpoint-duplicate)$/;

describe.each(cases)("$name", (each) => {
  const { files, remarks } = predict(each);
  const refused = each.refused ?? [];

  it("makes the files K3s makes, byte for byte", () => {
    expect(files).toEqual(each.files);
  });

  it("tells of all that K3s warns of", () => {
    expect(remarks.filter(({ code }) => isWarning.test(code))).toHaveLength(each.logged);
  });

  it("asks the hosts the rules name, as another reader of TOML sees them", () => {
    const chains = Object.entries(files)
      .filter(([file]) => file !== "config.toml" && !refused.includes(file))
      .map(([file, text]) => [file, chainOf(readTomlHosts(text))]);
    const wanted = Object.entries(each.chain)
      .map(([name, chain]) => [joinPath("certs.d", name, "hosts.toml"), chain])
      .filter(([, chain]) => chain !== null);
    expect(Object.fromEntries(chains)).toEqual(Object.fromEntries(wanted));
  });

  it("tells which files containerd would not read", () => {
    const told = remarks.filter(({ code }) => code === "file-unreadable").map(({ params }) => params["file"]);
    expect(told.toSorted()).toEqual(refused.toSorted());
  });

  it("is found by the linter where containerd would not read a file", () => {
    for (const file of refused.filter((name) => name !== "config.toml")) {
      expect(() => readTomlHosts(files[file] ?? "")).toThrow();
    }
    if (refused.length === 0) return;
    const errors = lint(each.registriesYaml, each.target).filter(({ severity }) => severity === "error");
    expect(errors).not.toEqual([]);
  });
});
