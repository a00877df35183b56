import { describe, expect, it } from "vitest";
import { putSecretsBack, standInMark, takeSecretsOut } from "@/lib/domain/node-files/stand-ins";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { liftSecrets } from "@/lib/domain/registries/secrets";
import { define, definitionOf, host, mirror, text } from "@/tests/support/definitions";

const hold = "0123456789abcdef0123456789abcdef";
const file = `configs:
  h.corp:
    auth: {username: robot, password: one, email: "a: b", empty: null}
  q.corp:
    auth: {password: one, identity_token: two}
auths:
  old.corp: {auth: three}
`;

describe("taking secrets out", () => {
  const { definition, secrets } = takeSecretsOut(definitionOf(file), hold);

  it("leaves user names, and of secrets only stand-ins, one for each text", () => {
    const shown = JSON.stringify(definition);
    expect(shown).toContain("robot");
    for (const secret of ["one", "two", "three", "a: b"]) expect(shown).not.toContain(`"${secret}"`);
    expect([...secrets.values()]).toEqual(["one", '"a: b"', "two", "three"]);
    const [first, second] = definition.registryHosts ?? [];
    expect(first?.auth?.password).toEqual(second?.auth?.password);
  });

  it("makes the same credentials of stand-ins as of secrets", () => {
    const lift = (given: Definition) => liftSecrets(given, (name) => name.replaceAll(".", "-"));
    const [hidden, real] = [lift(definition), lift(definitionOf(file))];
    expect(render(hidden.definition)).toBe(render(real.definition));
    expect(hidden.credentials.map(({ fields }) => Object.keys(fields))).toEqual(
      real.credentials.map(({ fields }) => Object.keys(fields)),
    );
  });

  it("is undone by putting them back", () => {
    expect(putSecretsBack(definition, hold, secrets)).toEqual(definitionOf(file));
  });
});

describe("putting secrets back", () => {
  const standIn = `${standInMark(hold)}1`;
  const secrets = new Map([[standIn, "hunter2"]]);
  const put = (definition: Definition) => putSecretsBack(definition, hold, secrets);

  it.each<[string, Definition]>([
    ["a note", define({ note: `see ${standIn}` })],
    ["a user name", define({ registryHosts: [host("h", { username: text(standIn) })] })],
    ["a URL", define({ mirrors: [mirror("m", `https://${standIn}`)] })],
    ["a part of a password", define({ registryHosts: [host("h", { password: text(`x${standIn}`) })] })],
    [
      "a stand-in nothing stands behind",
      define({ registryHosts: [host("h", { auth: text(`${standIn}9`) })] }),
    ],
    ["a key of its own", define({ extras: [{ key: "note", value: text(standIn), note: "" }] })],
  ])("refuses %s", (_where, definition) => {
    expect(put(definition)).toBeNull();
  });

  it("leaves what was typed as it is", () => {
    const typed = define({ registryHosts: [host("h", { password: text("typed"), auth: text(standIn) })] });
    expect(put(typed)?.registryHosts?.[0]?.auth).toMatchObject({
      password: text("typed"),
      auth: text("hunter2"),
    });
  });
});
