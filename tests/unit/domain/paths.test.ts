import { describe, expect, it } from "vitest";
import { apis, pages } from "@/lib/domain/paths";

const all = (paths: Record<string, (value: string) => string>) =>
  Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, path("x")]));

describe("every URL of the product", () => {
  it("is one of these pages", () => {
    expect(all(pages)).toMatchInlineSnapshot(`
      {
        "audit": "/audit?actor=x",
        "certificate": "/credentials/x?kind=tls",
        "compareRevisions": "/configurations/x/revisions/compare",
        "configuration": "/configurations/x",
        "configurationTemplates": "/configurations/x/templates",
        "configurations": "/configurations",
        "credential": "/credentials/x?kind=registry",
        "credentials": "/credentials?kind=x",
        "drift": "/drift?state=x",
        "group": "/groups/x",
        "importConfiguration": "/configurations/import?node=x",
        "importNodes": "/nodes/import",
        "login": "/login?next=x",
        "newConfiguration": "/configurations/new",
        "newNode": "/nodes/new",
        "newPassword": "/password",
        "newPush": "/pushes/new?group=x",
        "node": "/nodes/x",
        "nodes": "/nodes",
        "overview": "/",
        "push": "/pushes/x",
        "pushes": "/pushes",
        "revisions": "/configurations/x/revisions",
        "settings": "/settings/x",
        "setup": "/setup",
        "simulate": "/simulate?image=x",
        "systemCheck": "/setup/check",
      }
    `);
  });

  it("or one of these routes", () => {
    expect(all(apis)).toMatchInlineSnapshot(`
      {
        "auditExport": "/api/v1/audit/export?format=x",
        "auditVerification": "/api/v1/audit/verification",
        "certificate": "/api/v1/certificates/x",
        "certificates": "/api/v1/certificates",
        "checkDrift": "/api/v1/drift/checks",
        "cluster": "/api/v1/clusters/x",
        "clusters": "/api/v1/clusters",
        "compareRevisions": "/api/v1/configurations/x/revisions/compare",
        "configuration": "/api/v1/configurations/x",
        "configurationRevisions": "/api/v1/configurations/x/revisions",
        "configurationTemplates": "/api/v1/configurations/x/templates",
        "configurations": "/api/v1/configurations",
        "containerd": "/api/v1/containerd",
        "continuePush": "/api/v1/pushes/x/continue",
        "credential": "/api/v1/credentials/x",
        "credentials": "/api/v1/credentials",
        "decode": "/api/v1/decode",
        "drift": "/api/v1/drift",
        "duplicateConfiguration": "/api/v1/configurations/x/duplicate",
        "explain": "/api/v1/explain",
        "exportConfiguration": "/api/v1/configurations/x/export",
        "group": "/api/v1/groups/x",
        "groupLock": "/api/v1/groups/x/lock",
        "groups": "/api/v1/groups",
        "handleFault": "/api/v1/pushes/x/handled",
        "harborProjects": "/api/v1/harbor/projects",
        "health": "/api/v1/health",
        "hostAuthorities": "/api/v1/host-authorities",
        "hostAuthority": "/api/v1/host-authorities/x",
        "importNodes": "/api/v1/nodes/import",
        "inspectCertificate": "/api/v1/certificates/inspect",
        "lint": "/api/v1/lint",
        "node": "/api/v1/nodes/x",
        "nodeCluster": "/api/v1/nodes/x/cluster",
        "nodeHostKey": "/api/v1/nodes/x/host-key",
        "nodeRegistriesFile": "/api/v1/nodes/x/registries-file",
        "nodeTemplates": "/api/v1/nodes/x/templates",
        "nodes": "/api/v1/nodes",
        "ownPassword": "/api/v1/password",
        "passwordCheck": "/api/v1/sessions/password-check",
        "pausePush": "/api/v1/pushes/x/pause",
        "people": "/api/v1/people",
        "person": "/api/v1/people/x",
        "personDisabled": "/api/v1/people/x/disabled",
        "personPassword": "/api/v1/people/x/password",
        "personRole": "/api/v1/people/x/role",
        "publicMirror": "/api/v1/public-mirrors/x",
        "publicMirrors": "/api/v1/public-mirrors",
        "push": "/api/v1/pushes/x",
        "pushEvents": "/api/v1/pushes/x/events",
        "pushes": "/api/v1/pushes",
        "reachPush": "/api/v1/pushes/reach",
        "registriesYaml": "/api/v1/configurations/x/registries.yaml",
        "registryTests": "/api/v1/registry-tests",
        "restoreRevision": "/api/v1/configurations/x/revisions/restore",
        "retryPush": "/api/v1/pushes/x/retry",
        "reviewPush": "/api/v1/pushes/review",
        "runningPushes": "/api/v1/pushes?running=true",
        "session": "/api/v1/sessions/x",
        "sessions": "/api/v1/sessions",
        "setup": "/api/v1/setup",
        "snoozeDrift": "/api/v1/drift/snoozes",
        "sshCredential": "/api/v1/ssh-credentials/x",
        "sshCredentialReplacement": "/api/v1/ssh-credentials/x/replacement",
        "sshCredentials": "/api/v1/ssh-credentials",
        "sshReplacement": "/api/v1/ssh-replacements/x",
        "sshReplacementTry": "/api/v1/ssh-replacements/x/try",
        "sshReplacementUse": "/api/v1/ssh-replacements/x/use",
        "stopPush": "/api/v1/pushes/x/stop",
        "testNode": "/api/v1/nodes/x/test",
        "token": "/api/v1/tokens/x",
        "tokens": "/api/v1/tokens",
      }
    `);
  });

  it("names no two things alike", () => {
    const urls = [...Object.values(all(pages)), ...Object.values(all(apis))];
    expect(new Set(urls).size).toBe(urls.length);
  });
});

describe("a value in a URL", () => {
  it.each(["../../setup", "a/b", "?next=1", "#top", "%2e%2e", "ü 中"])(
    "%s cannot change the path",
    (value) => {
      const { pathname, search, hash } = new URL(pages.node(value), "http://console");
      expect(pathname.split("/")).toHaveLength(3);
      expect(decodeURIComponent(pathname.slice("/nodes/".length))).toBe(value);
      expect([search, hash]).toEqual(["", ""]);
    },
  );

  it("comes back whole from a query", () => {
    const { searchParams } = new URL(pages.login("/nodes?a=1&b=2#c"), "http://console");
    expect(Object.fromEntries(searchParams)).toEqual({ next: "/nodes?a=1&b=2#c" });
  });

  it("names a place in a file, whatever its keys hold", () => {
    const url = new URL(
      pages.configuration("c1", { at: ["mirrors", "a/b c", "endpoint", 1] }),
      "http://console",
    );
    const place = url.searchParams.get("at") ?? "";
    expect(url.pathname).toBe("/configurations/c1");
    expect(place.split("/").map(decodeURIComponent)).toEqual(["mirrors", "a/b c", "endpoint", "1"]);
  });

  it("may be left out where it is optional", () => {
    expect([pages.login(), pages.newPush(), pages.credentials(), pages.simulate()]).toEqual([
      "/login",
      "/pushes/new",
      "/credentials",
      "/simulate",
    ]);
  });
});
