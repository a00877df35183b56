import { describe, expect, it } from "vitest";
import {
  endpointsOf,
  imageOf,
  mostEndpoints,
  type NodeReach,
  type ReachAnswer,
  silentTo,
  toReachReport,
} from "@/lib/domain/pushes/reach";
import { definitionOf } from "@/tests/support/definitions";

const fileOf = (urls: readonly string[]) =>
  definitionOf(`mirrors:\n  docker.io:\n    endpoint:\n${urls.map((url) => `      - "${url}"\n`).join("")}`);

describe("endpoints of a file", () => {
  it("are asked once by host and port, whatever stands before and after", () => {
    const definition = fileOf([
      "https://harbor.corp:8443/v2/proxy",
      "https://me:hunter2@harbor.corp:8443/v2/other",
      "harbor.corp",
      "http://10.0.0.9",
      "http://[fd00::1]:5000",
      "127.0.0.1:5000",
      "https://docker.io",
      "https://",
    ]);
    const found = endpointsOf(definition);
    expect(found.map(({ authority }) => authority)).toEqual([
      "harbor.corp:8443",
      "harbor.corp:443",
      "10.0.0.9:80",
      "[fd00::1]:5000",
      "127.0.0.1:5000",
      "registry-1.docker.io:443",
    ]);
    expect(JSON.stringify(found)).not.toContain("hunter2");
  });

  it("are none where the file names none", () => {
    for (const text of ["", "mirrors:\n", "mirrors:\n  docker.io:\n"])
      expect(endpointsOf(definitionOf(text))).toEqual([]);
  });

  it("lead to an image to simulate, except for a star", () => {
    expect(imageOf("docker.io")).toBe("docker.io/library/busybox:latest");
    expect(imageOf("*")).toBeNull();
  });
});

const endpoints = endpointsOf(fileOf(["https://harbor.corp:8443", "http://10.0.0.9:5000"]));
const node = (name: string, ...answers: ReachAnswer[]): NodeReach => ({ node: { id: name, name }, answers });
const namesOf = (nodes: readonly { name: string }[]) => nodes.map(({ name }) => name);

describe("answers of nodes", () => {
  it("that are equal are told once, for the most nodes first", () => {
    const report = toReachReport(endpoints, endpoints, [
      node("edge-1", "answers", "refused"),
      node("edge-2", "refused", "timeout"),
      node("edge-3", "answers", "refused"),
      node("edge-4", "proxy", "answers"),
    ]);
    expect(report).toMatchObject({ endpoints: ["harbor.corp:8443", "10.0.0.9:5000"], left: 0, asked: 4 });
    expect(report.silent.map((each) => ({ ...each, nodes: namesOf(each.nodes) }))).toEqual([
      { endpoint: "10.0.0.9:5000", mirror: "docker.io", why: "refused", of: 4, nodes: ["edge-1", "edge-3"] },
      { endpoint: "harbor.corp:8443", mirror: "docker.io", why: "refused", of: 3, nodes: ["edge-2"] },
      { endpoint: "10.0.0.9:5000", mirror: "docker.io", why: "timeout", of: 4, nodes: ["edge-2"] },
    ]);
    expect(report.unsaid).toEqual([{ why: "proxy", nodes: [{ id: "edge-4", name: "edge-4" }] }]);
  });

  it("that are none of an endpoint count for nobody", () => {
    const report = toReachReport(endpoints, endpoints, [
      node("edge-1", "forwarding", "forwarding"),
      node("edge-2", "time", "time"),
      node("edge-3", "connection", "connection"),
      node("edge-4", "name", "answers"),
    ]);
    expect(report.asked).toBe(1);
    expect(report.silent).toMatchObject([{ why: "name", of: 1 }]);
    expect(report.unsaid.map(({ why, nodes }) => [why, namesOf(nodes)])).toEqual([
      ["forwarding", ["edge-1"]],
      ["connection", ["edge-3"]],
      ["time", ["edge-2"]],
    ]);
  });

  it("are about the first endpoints, and how many more there are is told", () => {
    const all = endpointsOf(
      fileOf(Array.from({ length: mostEndpoints + 4 }, (_, at) => `https://h${at}.corp`)),
    );
    expect(toReachReport(all, all.slice(0, mostEndpoints), [])).toMatchObject({
      left: 4,
      asked: 0,
      silent: [],
    });
  });

  it("are named for the nodes that a push is to take, each endpoint once", () => {
    const report = toReachReport(endpoints, endpoints, [
      node("edge-1", "refused", "refused"),
      node("edge-2", "timeout", "answers"),
      node("edge-3", "answers", "answers"),
    ]);
    expect(silentTo(report, ["edge-1", "edge-2", "edge-3"])).toEqual(["harbor.corp:8443", "10.0.0.9:5000"]);
    expect(silentTo(report, ["edge-2"])).toEqual(["harbor.corp:8443"]);
    expect(silentTo(report, ["edge-3"])).toEqual([]);
  });
});
