import { describe, expect, it } from "vitest";
import { findPlainSecrets, withoutSecretNotes, withoutUserInfo } from "@/lib/domain/registries/plain-secrets";
import { render } from "@/lib/domain/registries/render";
import { definitionOf } from "@/tests/support/definitions";

const mirror = (url: string) =>
  definitionOf(`mirrors:\n  m:\n    endpoint:\n      - ${JSON.stringify(url)}\n`);
const urlOf = (url: string) => withoutUserInfo(mirror(url)).mirrors?.[0]?.endpoints?.[0]?.url;

describe("comments that may hold a secret", () => {
  const yaml = `# see the wiki
# password: s3cret
mirrors:
  # mirror of the lab
  # user:hunter2@lab.corp
  m:
`;

  it("are counted by their lines and removed, and other comments stay", () => {
    expect(findPlainSecrets(definitionOf(yaml))).toEqual({ notes: 2, urls: 0 });
    const clean = withoutSecretNotes(definitionOf(yaml));
    expect(findPlainSecrets(clean)).toEqual({ notes: 0, urls: 0 });
    expect(render(clean)).not.toMatch(/s3cret|hunter2/);
    expect(render(clean)).toMatch(/# see the wiki[\s\S]*# mirror of the lab/);
  });
});

describe("a login in a URL", () => {
  it.each([
    ["https://robot:s3cret@m.corp:5000/v2", "https://m.corp:5000/v2"],
    ["robot@m.corp", "m.corp"],
    ["https://robot:a@b@m.corp/x", "https://m.corp/x"],
    ["https://robot:s/3?c#ret@m.corp/x", "https://m.corp/x"],
  ])("is removed from %s", (url, clean) => {
    expect(findPlainSecrets(mirror(url)).urls).toBe(1);
    expect(urlOf(url)).toBe(clean);
    expect(findPlainSecrets(withoutUserInfo(mirror(url))).urls).toBe(0);
  });

  it.each(["https://m.corp:5000/a@b", "http://[::1]:5000/a@b", "https://m.corp", "m.corp:5000", ""])(
    "is not seen in %j",
    (url) => {
      expect(findPlainSecrets(mirror(url)).urls).toBe(0);
      expect(urlOf(url)).toBe(url);
    },
  );
});
