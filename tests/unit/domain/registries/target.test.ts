import { expect, it } from "vitest";
import { parseVersion, targetSchema, toTarget } from "@/lib/domain/registries/target";

it.each([
  ["v1.25.16+k3s4", "A", "old"],
  ["v1.26.12+k3s1", "A", "old"],
  ["v1.26.13+k3s1", "B", "old"],
  ["v1.26.13+k3s2", "C", "old"],
  ["v1.28.6+rke2r1", "B", "old"],
  ["v1.28.7+k3s1", "C", "old"],
  ["v1.29.3+k3s1", "D", "old"],
  ["v1.27.13+k3s1", "E", "proven"],
  ["v1.29.4+k3s1", "E", "proven"],
  ["v1.30.0+k3s1", "E", "proven"],
  ["v1.31.0+k3s1", "E", "proven"],
  ["v1.28.14+k3s1", "F", "proven"],
  ["v1.31.1+k3s1", "F", "proven"],
  ["v1.30.7+k3s1", "F", "proven"],
  ["v1.30.7+rke2r1", "G", "proven"],
  ["v1.29.13+k3s1", "G", "proven"],
  ["v1.29.14+k3s1", "G", "unproven"],
  ["v1.31.5+k3s1", "G", "proven"],
  ["v1.31.6+k3s1", "H", "proven"],
  ["v1.32.2+rke2r1", "H", "proven"],
  ["v1.31.7+k3s1", "I", "proven"],
  ["v1.33.4+k3s1", "I", "proven"],
  ["v1.33.5+k3s1", "J", "proven"],
  ["v1.35.3+k3s1", "K", "proven"],
  ["v1.36.1+k3s1", "K", "proven"],
  ["1.36.2", "L", "proven"],
  ["v1.36.5-rc1+k3s1", "L", "proven"],
  ["v1.37.0+k3s1", "L", "unproven"],
])("counts %s to family %s, which is %s", (text, family, state) => {
  const { old, proven } = parseVersion(text) ?? {};
  expect(parseVersion(text)?.family).toBe(family);
  expect(old ? "old" : proven ? "proven" : "unproven").toBe(state);
});

it.each(["", "newest", "v1", "v1.36", "v2.0.0", "v1.36.2+k3s1; rm", "v1.36.x"])(
  "takes %j for no version",
  (text) => {
    expect(parseVersion(text)).toBeNull();
    expect(targetSchema.safeParse({ version: text }).success).toBe(false);
  },
);

it("fills in the newest known release and the defaults of its distribution", () => {
  expect(toTarget()).toMatchObject({
    distribution: "k3s",
    version: { text: "v1.36.2+k3s1", family: "L", proven: true },
    dataDir: "/var/lib/rancher/k3s",
    puller: "containerd",
    embeddedRegistry: false,
    userTemplate: false,
  });
  expect(toTarget({ distribution: "rke2" })).toMatchObject({
    version: { text: "v1.36.2+rke2r1" },
    dataDir: "/var/lib/rancher/rke2",
  });
  expect(toTarget({ version: "v1.33.5+rke2r1" }).distribution).toBe("rke2");
});

it.each([
  { dataDir: "relative" },
  { dataDir: "/a\nb" },
  { puller: "docker" },
  { userTemplate: "x" },
  { colour: 1 },
])("refuses %j", (target) => {
  expect(targetSchema.safeParse(target).success).toBe(false);
});
