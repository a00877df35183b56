import { describe, expect, it } from "vitest";
import { tellTexts } from "./told";

const endpoints = (...urls: string[]) => `mirrors:\n  docker.io:\n    endpoint: [${urls.join(", ")}]\n`;
const rewrites = (...pairs: string[]) => `mirrors:\n  docker.io:\n    rewrite: {${pairs.join(", ")}}\n`;

describe("endpoints of a mirror", () => {
  it.each([
    {
      title: "one more",
      before: ["a", "b"],
      after: ["a", "b", "c"],
      told: ["endpoint-added url=c position=3"],
    },
    {
      title: "one more in front moves none",
      before: ["a", "b"],
      after: ["c", "a", "b"],
      told: ["endpoint-added url=c position=1"],
    },
    {
      title: "one less",
      before: ["a", "b", "c"],
      after: ["a", "c"],
      told: ["endpoint-removed url=b position=2"],
    },
    {
      title: "two swapped",
      before: ["a", "b"],
      after: ["b", "a"],
      told: ["endpoint-moved url=b from=2 to=1"],
    },
    {
      title: "the last moved to the front",
      before: ["a", "b", "c"],
      after: ["c", "a", "b"],
      told: ["endpoint-moved url=c from=3 to=1"],
    },
    {
      title: "the first moved to the end",
      before: ["a", "b", "c"],
      after: ["b", "c", "a"],
      told: ["endpoint-moved url=a from=1 to=3"],
    },
    {
      title: "another at its place",
      before: ["a", "b"],
      after: ["a", "c"],
      told: ["endpoint-changed before=b after=c position=2"],
    },
    {
      title: "one written twice loses its second",
      before: ["a", "b", "a"],
      after: ["a", "b"],
      told: ["endpoint-removed url=a position=3"],
    },
    {
      title: "all together",
      before: ["a", "b", "c"],
      after: ["d", "c", "b", "e"],
      told: [
        "endpoint-changed before=a after=d position=1",
        "endpoint-added url=e position=4",
        "endpoint-moved url=c from=3 to=2",
      ],
    },
  ])("$title", ({ before, after, told }) => {
    const about = told.map((each) => `mirror docker.io: ${each}`);
    expect(tellTexts(endpoints(...before), endpoints(...after))).toEqual(about);
  });

  it("tells an empty list from none", () => {
    const none = "mirrors:\n  docker.io:\n";
    expect(tellTexts(none, endpoints())).toEqual(["mirror docker.io: endpoints-empty change=written"]);
    expect(tellTexts(endpoints(), none)).toEqual(["mirror docker.io: endpoints-empty change=dropped"]);
    expect(tellTexts(none, endpoints("a"))).toEqual(["mirror docker.io: endpoint-added url=a position=1"]);
  });
});

describe("rewrites of a mirror", () => {
  it.each([
    {
      title: "one more",
      before: ["x: y"],
      after: ["x: y", "a: b"],
      told: ["rewrite-added pattern=a replacement=b"],
    },
    {
      title: "one less",
      before: ["x: y", "a: b"],
      after: ["x: y"],
      told: ["rewrite-removed pattern=a replacement=b"],
    },
    {
      title: "another replacement",
      before: ["x: y"],
      after: ["x: z"],
      told: ["rewrite-changed pattern=x before=y after=z"],
    },
    {
      title: "another pattern",
      before: ["x: y"],
      after: ["w: y"],
      told: ["rewrite-pattern before=x after=w replacement=y"],
    },
    {
      title: "another order",
      before: ["x: y", "a: b"],
      after: ["a: b", "x: y"],
      told: ["rewrites-moved count=1"],
    },
    { title: "an empty set", before: [], after: ["x: y"], told: ["rewrite-added pattern=x replacement=y"] },
  ])("$title", ({ before, after, told }) => {
    const about = told.map((each) => `mirror docker.io: ${each}`);
    expect(tellTexts(rewrites(...before), rewrites(...after))).toEqual(about);
  });
});

describe("mirrors", () => {
  const hub = '  docker.io:\n    endpoint: ["https://a", "https://b"]\n';
  const quay = '  quay.io:\n    endpoint: ["https://c"]\n';
  it("come and go", () => {
    expect(tellTexts(`mirrors:\n${hub}`, `mirrors:\n${hub}${quay}`)).toEqual([
      "mirror quay.io: mirror-added endpoints=1 rewrites=0",
    ]);
    expect(tellTexts(`mirrors:\n${hub}${quay}`, `mirrors:\n${quay}`)).toEqual(["mirror docker.io: removed"]);
  });

  it("keep their content under another name", () => {
    const renamed = hub.replace("docker.io", "'*'");
    expect(tellTexts(`mirrors:\n${hub}${quay}`, `mirrors:\n${renamed}${quay}`)).toEqual([
      "mirror *: renamed before=docker.io",
    ]);
  });

  it("change their order, which is one thing however far they move", () => {
    const other = "  ghcr.io:\n";
    expect(tellTexts(`mirrors:\n${hub}${quay}${other}`, `mirrors:\n${other}${hub}${quay}`)).toEqual([
      "file: entries-moved section=mirrors count=1",
    ]);
  });

  it("are told in the order of the newer file, what is gone last", () => {
    expect(tellTexts(`mirrors:\n  gone:\n${hub}`, `mirrors:\n  new.io: {x: 1}\n${hub}    y: 2\n`)).toEqual([
      "mirror new.io: mirror-added endpoints=0 rewrites=0",
      "mirror docker.io: extra-added place=mirror key=y",
      "mirror gone: removed",
    ]);
  });

  it("carry notes at themselves, at endpoints and at rewrites", () => {
    const noted =
      "mirrors:\n  # why\n  a:\n    endpoint:\n      # where\n      - u\n    rewrite:\n      # how\n      p: r\n";
    const plain = "mirrors:\n  a:\n    endpoint:\n      - u\n    rewrite:\n      p: r\n";
    const changes = (change: string) => [
      `mirror a: endpoint-note url=u change=${change}`,
      `mirror a: rewrite-note pattern=p change=${change}`,
      `mirror a: note change=${change}`,
    ];
    expect(tellTexts(plain, noted)).toEqual(changes("added"));
    expect(tellTexts(noted, plain)).toEqual(changes("removed"));
    expect(tellTexts(noted, noted.replaceAll("# ", "# not "))).toEqual(changes("changed"));
  });
});
