import { describe, expect, it } from "vitest";
import { readQuery, type SimulatorQuery, writeQuery } from "@/components/simulator/query";
import { pages } from "@/lib/domain/paths";

const empty: SimulatorQuery = {
  image: "",
  source: "saved",
  configuration: null,
  revision: null,
  node: null,
  target: {},
  assume: {},
};
const read = (query: string) => readQuery(new URLSearchParams(query));
const through = (query: SimulatorQuery) =>
  readQuery(new URL(pages.simulate(writeQuery(query)), "http://console").searchParams);

describe("the address of a simulation", () => {
  it.each<[string, Partial<SimulatorQuery>]>([
    ["nothing", {}],
    ["an image", { image: "quay.io/a/b:1" }],
    ["a digest", { image: `a@sha256:${"0".repeat(64)}` }],
    ["a revision", { configuration: "cmabc-1", revision: 12 }],
    ["a node", { node: "n1" }],
    ["the draft", { source: "draft" }],
    ["a file of one's own", { source: "paste" }],
    [
      "every option",
      {
        target: {
          distribution: "rke2",
          version: "v1.33.4+rke2r1",
          disableDefaultRegistryEndpoint: true,
          embeddedRegistry: false,
          podCredentials: true,
          puller: "rke2-runtime",
          userTemplate: true,
        },
      },
    ],
    ["what is assumed", { assume: { "1": "404", "2": "5xx", "30": "timeout" } }],
  ])("gives back %s", (_what, part) => {
    expect(through({ ...empty, ...part })).toEqual({ ...empty, ...part });
  });

  it("is short and readable", () => {
    expect(
      pages.simulate(
        writeQuery({
          ...empty,
          image: "nginx:1.27",
          configuration: "c1",
          target: { disableDefaultRegistryEndpoint: true },
          assume: { "1": "404" },
        }),
      ),
    ).toBe("/simulate?image=nginx%3A1.27&config=c1&nodefault=1&assume=1%3A404");
    expect(pages.simulate(writeQuery(empty))).toBe("/simulate");
  });

  it.each(["user:secret@harbor.corp/app", "https://u:p@harbor.corp/app", "Alpine", ""])(
    "never holds what is no image: %s",
    (image) => expect(writeQuery({ ...empty, image })["image"]).toBeUndefined(),
  );

  it("leaves out what works anyway", () => {
    expect(writeQuery({ ...empty, assume: { "1": "ok" } })["assume"]).toBeUndefined();
  });
});

describe("a hostile address", () => {
  it.each([
    `image=${"a".repeat(5000)}`,
    "source=server",
    "source=__proto__",
    "config=../../etc",
    `config=${"a".repeat(65)}`,
    "config=",
    "rev=0",
    "rev=-1",
    "rev=1e9",
    "rev=99999999999",
    "node=%3Cscript%3E",
    "distribution=k8s",
    "version=latest",
    `version=${"v1.2.3%2B".repeat(50)}`,
    "nodefault=yes",
    "nodefault=2",
    "pod=true",
    "puller=docker",
    "template=..%2Fconfig.toml.tmpl",
    "assume=1",
    "assume=0:404",
    "assume=__proto__:404",
    "assume=1:ok,2:explode,-3:404,1000000000:404",
    "assume=,,,:,",
    "unknown=1&__proto__=2&constructor=3",
  ])("says nothing by %s", (query) => expect(read(query)).toEqual(empty));

  it("keeps what makes sense beside what does not", () => {
    expect(read("image=nginx&rev=x&nodefault=1&embedded=maybe&assume=1:404,2:no&image=other")).toEqual({
      ...empty,
      image: "nginx",
      target: { disableDefaultRegistryEndpoint: true },
      assume: { "1": "404" },
    });
  });

  it("cannot make the list of assumptions endless", () => {
    const many = Array.from({ length: 1000 }, (_, index) => `${index + 1}:404`).join(",");
    expect(Object.keys(read(`assume=${many}`).assume)).toHaveLength(200);
  });
});
