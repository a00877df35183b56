import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { POST as containerdRoute } from "@/app/api/v1/containerd/route";
import { POST as decodeRoute } from "@/app/api/v1/decode/route";
import { POST as explainRoute } from "@/app/api/v1/explain/route";
import { POST as lintRoute } from "@/app/api/v1/lint/route";
import { run } from "@/lib/cli/run";
import { loggedInRequest } from "@/tests/support/actors";
import { builtCommand } from "@/tests/support/command";
import { temporaryDatabase } from "@/tests/support/database";
import { documentedFiles } from "@/tests/unit/domain/registries/documented-files";
import decodeCases from "@/tests/unit/domain/registries/golden/decode-cases.json";
import yamlCases from "@/tests/unit/domain/registries/golden/yaml-decode.json";
import { guideFiles } from "@/tests/unit/domain/registries/reference-files";

temporaryDatabase();
const command = builtCommand();

const routes = { decode: decodeRoute, lint: lintRoute, containerd: containerdRoute, explain: explainRoute };
type Name = keyof typeof routes;

async function ask(name: Name, body: object, locale = "en") {
  const request = await loggedInRequest("viewer", `/api/v1/${name}`, { method: "POST", body });
  request.headers.set("accept-language", locale);
  const answer = await routes[name](request);
  return { status: answer.status, body: await answer.json() };
}

const hand = (text: string) => ({ registriesYaml: text });
const byHand = [
  "auths:\n",
  'mirrors: {a: {endpoint: ["\\u0007"]}}',
  "mirrors: {__proto__: , 镜像.cn: }",
  "\ufeffmirrors:\n",
  "mirrors: [\n",
].map(hand);

type Run = (yaml: string) => Promise<{ out: string; error: string; exitCode: number | null }>;

async function compareDecode(yaml: string, run: Run) {
  const { out, error, exitCode } = await run(yaml);
  const { body } = await ask("decode", { yaml });
  expect(JSON.parse(out), yaml).toEqual(body);
  expect({ exitCode, silent: error === "" }, yaml).toEqual(
    body.ok ? { exitCode: 0, silent: true } : { exitCode: 2, silent: false },
  );
}

describe("the command's JSON", () => {
  // Starting a program for each of the samples would take longer than all other tests of the command.
  it("is what the route decode answers, for every sample, with 2 where K3s cannot read it", async () => {
    for (const { registriesYaml } of [...byHand, ...yamlCases.cases, ...decodeCases.cases])
      await compareDecode(registriesYaml, (yaml) => {
        const file = join(command.folder, command.write("sample.yaml", yaml));
        return run({ args: ["decode", file, "--json"], environment: {} });
      });
  });

  it.each(byHand)("is the same from the built command: $registriesYaml", ({ registriesYaml }) =>
    compareDecode(registriesYaml, (input) => command.run(["decode", "-", "--json"], { input })),
  );

  const files = [...guideFiles, ...documentedFiles].slice(0, 12);
  const hostile = { name: "a file K3s cannot read", text: "mirrors:\n\tdocker.io:\n" };
  const target = { version: "v1.30.4+rke2r1", embeddedRegistry: true, dataDir: "/data" };
  const flags = ["--k3s-version", target.version, "--embedded-registry", "--data-dir=/data"];

  it.each([...files, hostile])("is what the other routes answer: $name", async ({ name, text: yaml }) => {
    const file = command.write(`${name.replace(/\W/g, "-")}.yaml`, yaml);
    const image = "rancher/mirrored-pause:3.6";
    const assume = { "1": "404" };
    const cases = [
      { name: "lint", args: [file, ...flags], body: { yaml, target } },
      { name: "containerd", args: [file, ...flags], body: { yaml, target } },
      {
        name: "explain",
        args: [file, image, ...flags, "--assume", "1=404"],
        body: { yaml, target, image, assume },
      },
    ] as const;
    await Promise.all(
      cases.map(async ({ name: asked, args, body }) => {
        const [{ out, exitCode }, answer] = await Promise.all([
          command.run([asked, ...args, "--json", "--lang", "zh-CN"]),
          ask(asked, body, "zh-CN"),
        ]);
        expect(JSON.parse(out)).toEqual(answer.body);
        const isGrave = answer.body.findings?.some(
          ({ severity }: { severity: string }) => severity === "error",
        );
        expect(exitCode).toBe(answer.status === 422 ? 2 : isGrave ? 1 : 0);
      }),
    );
  });
});
