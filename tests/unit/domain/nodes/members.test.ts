import { describe, expect, it } from "vitest";
import { findUnhealthyMember, type Member, readMembers, survivesRestart } from "@/lib/domain/nodes/members";

const voter = (name: string, changes: Partial<Member> = {}): Member => ({
  name,
  ready: true,
  etcd: true,
  vote: "voter",
  ...changes,
});
const three = [voter("a"), voter("b"), voter("c")];
const withC = (changes: Partial<Member>) => [voter("a"), voter("b"), voter("c", changes)];

describe("members of a cluster", () => {
  it("are its servers, with what Kubernetes says of each", () => {
    const text = [
      "a|True|MemberNotLearner|true|true",
      "b|Unknown||true|true",
      "c|False|MemberIsLearner|true|",
      "agent-1|True|||",
      "",
      "|True|MemberNotLearner|true|true",
      "d|True||",
    ].join("\n");
    expect(readMembers(text)).toEqual([
      voter("a"),
      voter("b", { ready: null, vote: null }),
      voter("c", { ready: false, vote: "learner" }),
    ]);
  });

  it.each([
    { what: "three voters", members: three, survives: true },
    { what: "two voters", members: three.slice(1), survives: false },
    { what: "two voters and a learner", members: withC({ vote: "learner" }), survives: false },
    {
      what: "three of which no vote is told",
      members: three.map((one) => ({ ...one, vote: null })),
      survives: true,
    },
    {
      what: "one with an external datastore",
      members: [voter("a", { etcd: false, vote: null })],
      survives: false,
    },
    {
      what: "two with an external datastore",
      members: ["a", "b"].map((name) => voter(name, { etcd: false, vote: null })),
      survives: true,
    },
  ])("$what can lose one: $survives", ({ members, survives }) => {
    expect(survivesRestart(members)).toBe(survives);
  });
});

describe("before a server restarts", () => {
  it.each([
    { what: "all are up", members: three, self: "a", unhealthy: null },
    {
      what: "another is unhealthy for etcd",
      members: withC({ vote: "unhealthy" }),
      self: "a",
      unhealthy: "c",
    },
    { what: "another is not Ready", members: withC({ ready: false }), self: "a", unhealthy: "c" },
    { what: "nobody knows of another", members: withC({ ready: null }), self: "a", unhealthy: "c" },
    { what: "another does not tell its vote", members: withC({ vote: null }), self: "a", unhealthy: "c" },
    { what: "only itself is down", members: withC({ ready: false }), self: "c", unhealthy: null },
    {
      what: "a learner beside three voters is not Ready",
      members: [...three, voter("d", { vote: "learner", ready: false })],
      self: "a",
      unhealthy: null,
    },
    {
      what: "it is a learner itself and another is down",
      members: [
        voter("a", { vote: "learner" }),
        ...["b", "c", "d"].map((name) => voter(name, { ready: name !== "d" })),
      ],
      self: "a",
      unhealthy: null,
    },
    {
      what: "no vote is told, and all are Ready",
      members: three.map((one) => ({ ...one, vote: null })),
      self: "a",
      unhealthy: null,
    },
    {
      what: "another server of an external datastore is down",
      members: [voter("a", { etcd: false }), voter("b", { etcd: false, ready: false })],
      self: "a",
      unhealthy: "b",
    },
    { what: "it is not among the members", members: withC({ ready: false }), self: "x", unhealthy: "c" },
    { what: "there are too few to lose one anyhow", members: three.slice(1), self: "b", unhealthy: null },
    { what: "nothing is told", members: [], self: "a", unhealthy: null },
  ])("$what: $unhealthy", ({ members, self, unhealthy }) => {
    expect(findUnhealthyMember(members, self)).toBe(unhealthy);
  });
});
