import { describe, expect, it } from "vitest";
import { readInventory } from "@/lib/domain/inventory/read";

const node = (name: string, part: { labels?: object; addresses?: object[]; version?: string }) => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name, labels: { "kubernetes.io/os": "linux", ...part.labels } },
  status: { addresses: part.addresses, nodeInfo: { kubeletVersion: part.version } },
});
const internal = (address: string) => ({ type: "InternalIP", address });
const rest = { line: null, port: null, username: null, groups: [] };

describe("kubectl get nodes -o json", () => {
  const list = {
    apiVersion: "v1",
    kind: "List",
    items: [
      node("srv-1", {
        labels: { "node-role.kubernetes.io/control-plane": "true", "node-role.kubernetes.io/etcd": "true" },
        addresses: [{ type: "ExternalIP", address: "203.0.113.7" }, internal("10.0.1.11")],
        version: "v1.34.1+k3s1",
      }),
      node("edge-1", { addresses: [{ type: "Hostname", address: "edge-1.corp" }], version: "v1.33.5+k3s1" }),
      node("old-1", { labels: { "kubernetes.io/role": "master" } }),
      { kind: "Pod", metadata: { name: "web-1" } },
      "text",
      null,
    ],
  };

  it("gives addresses, roles and versions, and says what is no node", () => {
    expect(readInventory(JSON.stringify(list), "kubectl-json")).toEqual({
      rows: [
        { ...rest, name: "srv-1", host: "10.0.1.11", role: "server", hint: "v1.34.1+k3s1" },
        { ...rest, name: "edge-1", host: "edge-1.corp", role: "agent", hint: "v1.33.5+k3s1" },
        { ...rest, name: "old-1", host: "old-1", role: "server", hint: null },
      ],
      left: [
        { line: null, text: "web-1", code: "structure" },
        { line: null, text: "", code: "structure" },
        { line: null, text: "", code: "structure" },
      ],
    });
  });

  it("of one node alone is read too, and broken JSON is told", () => {
    const one = node("solo", { addresses: [internal("fd00::1")] });
    expect(readInventory(JSON.stringify(one), "kubectl-json").rows).toMatchObject([{ host: "fd00::1" }]);
    expect(readInventory('{"kind": "List", "items": [', "kubectl-json").left).toMatchObject([
      { code: "json" },
    ]);
  });

  it("with names that reach for a prototype stays harmless", () => {
    const text =
      '{"kind":"Node","metadata":{"name":"x","labels":{"__proto__":"y"}},"__proto__":{"status":{}}}';
    expect(readInventory(text, "kubectl-json").rows).toMatchObject([{ name: "x", host: "x" }]);
  });
});

const wide = `NAME     STATUS                     ROLES                       AGE    VERSION        INTERNAL-IP   EXTERNAL-IP   OS-IMAGE                         KERNEL-VERSION    CONTAINER-RUNTIME
srv-1    Ready                      control-plane,etcd,master   400d   v1.34.1+k3s1   10.0.1.11     <none>        Debian GNU/Linux 12 (bookworm)   6.1.0-25-amd64    containerd://2.1.4-k3s1
edge-2   NotReady,SchedulingDisabled   <none>                   2y3d   v1.33.5+k3s1   <none>        <none>        Ubuntu 22.04.4 LTS               5.15.0-119        containerd://2.0.5-k3s1
`;

describe("kubectl get nodes -o wide", () => {
  it("is read by the columns under its titles", () => {
    const { rows, left } = readInventory(wide.replaceAll("\n", "\r\n"), "kubectl-table");
    expect(left).toEqual([]);
    expect(rows).toEqual([
      { ...rest, line: 2, name: "srv-1", host: "10.0.1.11", role: "server", hint: "v1.34.1+k3s1" },
      { ...rest, line: 3, name: "edge-2", host: "edge-2", role: "agent", hint: "v1.33.5+k3s1" },
    ]);
  });

  it("takes the name where the table has no addresses, and refuses text without a header", () => {
    const narrow =
      "NAME     STATUS   ROLES    AGE   VERSION\nedge-1   Ready    <none>   3d    v1.33.5+k3s1\n";
    expect(readInventory(narrow, "kubectl-table").rows).toMatchObject([{ name: "edge-1", host: "edge-1" }]);
    expect(readInventory("edge-1   Ready", "kubectl-table").left).toMatchObject([
      { code: "structure", line: 1 },
    ]);
  });
});
