import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeReference } from "@/lib/domain/registries/reference";
import { runs } from "@/tests/support/runs";
import ran from "./golden/references.json";
import golden from "./reference-cases.json";

const invalid = "invalid reference format";
const sha = "82becede498899ec668628e7cb0ad87b6e1c371cb8a1e597d83a47fac21d6af3";

describe("an image name", () => {
  test.each(golden.cases.map(({ image, ...answer }) => [image, answer] as const))(
    "%j reads as containerd reads it",
    (image, answer) => {
      expect(normalizeReference(image)).toEqual(answer);
    },
  );

  test.each(ran.cases.map(({ image, ...answer }) => [image, answer] as const))(
    "%j reads as distribution/reference reads it",
    (image, answer) => {
      expect(normalizeReference(image)).toEqual(answer);
    },
  );

  test.each([
    ["docker.io/library/alpine", "docker.io/library/alpine:latest"],
    ["docker.io/rancher/pause", "docker.io/rancher/pause:latest"],
    ["index.docker.io/library/a/b:1", "docker.io/library/a/b:1"],
    ["registry-1.docker.io/library/alpine", "registry-1.docker.io/library/alpine:latest"],
    ["Localhost/app", "Localhost/app:latest"],
    ["Registry.Example.COM/app", "Registry.Example.COM/app:latest"],
    ["myhost/app", "docker.io/myhost/app:latest"],
    ["a__b/c-_d", null],
    ["a__b/c---d", "docker.io/a__b/c---d:latest"],
    [`alpine@sha256:${sha}`, `docker.io/library/alpine@sha256:${sha}`],
    [`x.io/a@sha512:${sha}${sha}`, `x.io/a@sha512:${sha}${sha}`],
    ["a_b.example/app", "a_b.example/app:latest"],
  ])("%s becomes %s", (image, normalized) => {
    expect(normalizeReference(image)).toEqual(
      normalized === null ? { error: invalid } : expect.objectContaining({ normalized }),
    );
  });

  test.each([
    ["alpine:", invalid],
    ["alpine@", invalid],
    ["/alpine", invalid],
    ["alpine/", invalid],
    ["alpine//x", invalid],
    ["-a.io/x", invalid],
    ["x.io:port/a", invalid],
    [" alpine", invalid],
    ["alpine\n", invalid],
    ["镜像", invalid],
    [`alpine:${"t".repeat(129)}`, invalid],
    ["alpine@sha256:abc", invalid],
    [`alpine@sha256:${sha.slice(0, 40)}`, "invalid checksum digest length"],
    [`alpine@sha256:${sha.toUpperCase()}`, "invalid checksum digest format"],
    [`alpine@md5:${sha.slice(0, 32)}`, "unsupported digest algorithm"],
    [`alpine:1@SHA256:${sha}`, "invalid checksum digest format"],
    [`alpine@SHA256:${sha}`, `${invalid}: repository name (library/alpine@SHA256) must be lowercase`],
    ["A_B/c", "repository name must be lowercase"],
    [`x.io/${"a".repeat(256)}`, "repository name must not be more than 255 characters"],
  ])("%j is refused: %s", (image, error) => {
    expect(normalizeReference(image)).toEqual({ error });
  });

  test("may be as long as the grammar allows", () => {
    const repository = "a".repeat(255);
    expect(normalizeReference(`x.io/${repository}:${"T".repeat(128)}`)).toMatchObject({ repository });
  });

  test("is read once and for all: the normalized form normalizes to itself", () => {
    const part = fc.stringMatching(/^[a-z0-9._:/@-]{1,24}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), part), (image) => {
        const read = normalizeReference(image);
        fc.pre(!("error" in read));
        expect(normalizeReference(read.normalized)).toEqual(read);
        expect(read.normalized.startsWith(`${read.registryHost}/${read.repository}`)).toBe(true);
      }),
      runs(100),
    );
  });

  test("of hostile length is answered at once", () => {
    for (const text of ["a.".repeat(4000), "a-".repeat(4000), `${"a".repeat(8000)}!`, "[:".repeat(4000)]) {
      expect(normalizeReference(`${text}/x`)).toEqual({ error: expect.any(String) });
    }
  });
});
