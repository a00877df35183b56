import fc from "fast-check";
import { expect, test } from "vitest";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import {
  type ContainerdRemark,
  type ContainerdRemarkCode,
  containerdRemarkCodes,
} from "@/lib/domain/registries/containerd/remark";
import { type Finding, lint } from "@/lib/domain/registries/lint/lint";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";
import { patience, runs } from "@/tests/support/runs";
import { decodedOf, fileBytes, isBad, target } from "./inputs";

type Telling = (findings: readonly Finding[], params: ContainerdRemark["params"]) => readonly Finding[];

const at = (findings: readonly Finding[], ...path: (string | number)[]) =>
  findings.filter((finding) => path.every((part, index) => finding.path[index] === part));

const atEndpoint: Telling = (findings, { key = "", position }) =>
  at(findings, "mirrors", key, "endpoint", Number(position) - 1);

const byCode =
  (code: string): Telling =>
  (findings) =>
    findings.filter((finding) => finding.code === code);

const anyError: Telling = (findings) => findings.filter(isBad);

/** Which findings tell what a remark tells; null for what no file decides. */
const tellings: Readonly<Record<ContainerdRemarkCode, Telling | null>> = {
  "version-old": null,
  "version-unproven": null,
  "key-skipped": (findings, { section = "", key = "" }) => at(findings, section, key).filter(isBad),
  "endpoint-skipped": (findings, params) => atEndpoint(findings, params).filter(isBad),
  "endpoint-duplicate": atEndpoint,
  "file-elsewhere": anyError,
  "file-twice": anyError,
  // A warning, because the registry itself is still asked.
  "file-unreadable": (findings) =>
    findings.filter((finding) => isBad(finding) || finding.code === "ipv6-endpoint"),
  "file-not-written": byCode("file-not-written"),
  "file-too-large": byCode("file-too-large"),
  "host-colons": anyError,
  "auth-needs-template": byCode("template-no-base"),
};

function check(bytes: Uint8Array, input: TargetInput): void {
  const known = decodedOf(bytes);
  fc.pre(known !== null);
  const { remarks } = containerdFiles(known.decoded, toTarget(input));
  const findings = lint(known.text, input);
  for (const { code, params } of remarks) {
    const told = tellings[code]?.(findings, params);
    // The linter knows no endpoint but those of the file.
    const isInjected = code === "endpoint-duplicate" && input.embeddedRegistry === true;
    if (told && !isInjected) expect(told, `${code} ${JSON.stringify(params)}`).not.toEqual([]);
  }
}

test("all that is remarked of the files for containerd is a finding", patience, () => {
  expect(Object.keys(tellings).toSorted()).toEqual(containerdRemarkCodes.toSorted());
  fc.assert(fc.property(fileBytes, target, check), runs(300));
});
