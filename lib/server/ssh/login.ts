import "server-only";
import type { AnyAuthMethod } from "ssh2";
import type { Authenticate } from "./connect";
import type { SshLogin } from "./target";

/**
 * One try, never two: a refused password offered again by another method would count twice against the account.
 * So a password login first asks which methods there are.
 */
export function authenticateAs(username: string, login: SshLogin): Authenticate {
  let tried = false;
  return (offered) => {
    if (login.kind === "key") {
      if (tried) return null;
      tried = true;
      return { type: "publickey", username, key: login.privateKey };
    }
    if (offered === null) return { type: "none", username };
    if (tried) return null;
    tried = true;
    return passwordMethod(username, login.password, offered);
  };
}

function passwordMethod(
  username: string,
  password: string,
  offered: readonly string[],
): AnyAuthMethod | null {
  if (offered.includes("password")) return { type: "password", username, password };
  if (!offered.includes("keyboard-interactive")) return null;
  return {
    type: "keyboard-interactive",
    username,
    // A prompt that echoes asks for something else (a code, a name); the password is not an answer to it.
    prompt: (...[, , , prompts, finish]) => finish(prompts.map((prompt) => (prompt.echo ? "" : password))),
  };
}
