import { readFileSync } from "node:fs";
import { join } from "node:path";
import { announceSetup } from "@/lib/server/auth/setup-token";
import { fieldOf, type Operator } from "./operator";

/** Makes the first administrator, who has just typed the password again. */
export async function setUp({ folder, secrets, secret, go, goInSecret, enterSession }: Operator) {
  await announceSetup();
  const token = readFileSync(join(folder, "setup-token"), "utf8").trim();
  secrets.set("setup token", token);
  const password = secret("first administrator");
  const made = await goInSecret("POST /api/v1/setup", { body: { token, username: "first", password } });
  enterSession("the first administrator", made.cookie);
  await go("POST /api/v1/sessions/password-check", { body: { password } });
}

/** Makes a token, which uses the typed password up, and uses the token. */
async function enterToken({ secrets, secret, go, goInSecret, record }: Operator) {
  const made = await goInSecret("POST /api/v1/tokens", {
    body: { name: "nightly", scopes: ["read"], days: 1 },
  });
  const token = fieldOf(made.value, "token");
  secrets.set("API token", token);
  const headers = { authorization: `Bearer ${token}` };
  for (const name of ["GET /api/v1/nodes", "POST /api/v1/groups"]) await record.ask(name, { headers });
  await go("POST /api/v1/sessions/password-check", { body: { password: secret("first administrator") } });
}

/** Adds somebody, who chooses a password and gets another one-time password later. */
export async function enterPeople(operator: Operator) {
  const { secrets, secret, session, record, goInSecret, enterSession } = operator;
  const administrator = session.cookie;
  const username = "second";
  const made = await goInSecret("POST /api/v1/people", {
    body: { username, displayName: "", role: "viewer" },
  });
  const current = fieldOf(made.value, "oneTimePassword");
  secrets.set("one-time password", current);
  const login = { body: { username, password: current }, headers: { cookie: "" } };
  enterSession("somebody else", (await goInSecret("POST /api/v1/sessions", login)).cookie);
  const body = { current, password: secret("chosen password") };
  enterSession("who chose a password", (await goInSecret("PUT /api/v1/password", { body })).cookie);
  session.cookie = administrator;
  const id = fieldOf(made.value, "id");
  const reset = await goInSecret("POST /api/v1/people/[id]/password", { id });
  secrets.set("second one-time password", fieldOf(reset.value, "oneTimePassword"));
  const wrong = secret("wrong password");
  for (const name of [username, wrong])
    await record.ask("POST /api/v1/sessions", { body: { username: name, password: wrong } });
  await enterToken(operator);
}
