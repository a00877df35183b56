import { fieldOf, type Operator } from "./operator";
import { linesOfKey } from "./secrets";

/** A login of registries in two versions, and one that is typed for a single reading. */
export async function enterRegistries({ secret, go }: Operator): Promise<void> {
  const fields = {
    password: secret("registry password"),
    auth: secret("registry auth"),
    identity_token: secret("registry identity token"),
    extra: secret("registry extra"),
  };
  const made = await go("POST /api/v1/credentials", { body: { name: "Harbor", slug: "harbor", fields } });
  const newer = { password: secret("newer registry password") };
  const body = { fields: newer, keep: ["auth", "identity_token", "extra"] };
  await go("PATCH /api/v1/credentials/[id]", { id: fieldOf(made, "id"), body });
  const access = { kind: "typed", username: "robot", password: secret("typed Harbor password") };
  await go("POST /api/v1/harbor/projects", { body: { address: "https://127.0.0.1:1", access, ca: null } });
}

/** A certificate with a key that a passphrase opens. */
export async function enterCertificate({ secret, secrets, keys, go }: Operator): Promise<void> {
  const { certificate, lockedTls: key, openTls } = keys;
  const body = { certificate, key, keyPassphrase: secret("TLS passphrase") };
  await go("POST /api/v1/certificates/inspect", { body });
  await go("POST /api/v1/certificates", { body: { name: "Client", slug: "client", ...body } });
  for (const [name, line] of linesOfKey("TLS key", openTls)) secrets.set(name, line);
}
