import type { HarborContent, Person } from "./stand-in";

export const admin: Person = { username: "admin", password: "the-password-of-the-admin", kind: "admin" };
export const member: Person = { username: "member", password: "the-password-of-a-member", kind: "member" };
export const robot: Person = { username: "robot$pull", password: "the-secret-of-the-robot", kind: "robot" };

const seconds = (iso: string) => Date.parse(iso) / 1000;

/** A small Harbor: two proxy caches, one plain project, and robot accounts of every kind. */
export const content: HarborContent = {
  people: [admin, member, robot],
  projects: [
    { project_id: 1, name: "library", metadata: { public: "true" } },
    { project_id: 2, name: "dockerhub", registry_id: 7, metadata: { public: "true" } },
    { project_id: 3, name: "quay-cache", registry_id: 8, metadata: { public: "false" } },
  ],
  registries: [
    { id: 7, name: "Hub", type: "docker-hub", url: "https://hub.docker.com" },
    { id: 8, name: "Quay", type: "quay", url: "https://quay.io" },
  ],
  robots: {
    0: [
      {
        name: "robot$pull",
        expires_at: -1,
        permissions: [{ kind: "project", namespace: "*", access: [] }],
      },
      { name: "robot$other", expires_at: -1, permissions: [{ kind: "project", namespace: "library" }] },
    ],
    3: [{ name: "robot$quay-cache+nodes", expires_at: seconds("2026-12-10T00:00:00Z"), disable: false }],
  },
};
