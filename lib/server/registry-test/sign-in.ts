import "server-only";
import type { Asked } from "@/lib/domain/registry-test/asked";
import { type Challenge, chooseChallenge } from "@/lib/domain/registry-test/challenge";
import type { Login } from "@/lib/domain/registry-test/login";
import { fault, note, type TestFault } from "@/lib/domain/registry-test/result";
import { type Asking, ask } from "./ask";
import { failed, passed, type Told, warned } from "./steps";
import { basicLogin, fetchToken } from "./token";

type SigningIn = {
  asking: Asking;
  asked: Asked;
  challenges: readonly Challenge[];
  login: Login | "unusable" | null;
};

/** Neither a token nor a password is asked for; names what is. */
export const challengeUnknown = (challenges: readonly Challenge[]): TestFault => {
  const schemes = challenges.slice(0, 5).map(({ scheme }) => scheme.slice(0, 20));
  return fault("challenge-unknown", { count: schemes.length, schemes: schemes.join(", ") });
};

async function withPassword({ asking, asked, login }: SigningIn): Promise<Told> {
  const { host } = asked;
  if (login === null) return failed(fault("login-needed", { host }));
  if (login === "unusable" || login.kind !== "password") return failed(fault("login-unusable", { host }));
  const answer = await ask(asking, { asked, authorization: basicLogin(login) }, false);
  if (!answer.ok) return failed(answer.error);
  const { status } = answer.value;
  if (status === 200) return passed(note("signed-in", { host }));
  const refused = status === 401 || status === 403;
  return failed(fault(refused ? "login-refused" : "server-error", { host, status }));
}

/** A registry may want a login for its root only: images that are public are still pulled. */
const anonymous = (status: number, host: string): Told =>
  status === 200 ? passed(note("anonymous", { host })) : warned(fault("login-needed", { host }), null);

function withLogin(status: number, { host }: Asked, tokenHost: string): Told {
  if (status === 200) return passed(note("signed-in", { host: tokenHost }));
  const refused = status === 401 || status === 403;
  const why: TestFault = refused
    ? fault("token-not-accepted", { host, tokenHost, status })
    : fault("server-error", { host, status });
  return failed(why);
}

async function withToken(signing: SigningIn, challenge: Challenge): Promise<Told> {
  const { asking, asked, login } = signing;
  if (login === "unusable") return failed(fault("login-unusable", { host: asked.host }));
  const granted = await fetchToken(asking, { challenge, registry: asked }, login);
  if (!granted.ok) return failed(granted.error);
  const { token, host } = granted.value;
  const answer = await ask(asking, { asked, authorization: `Bearer ${token}` }, false);
  if (!answer.ok) return failed(answer.error);
  const { status } = answer.value;
  return login === null ? anonymous(status, asked.host) : withLogin(status, asked, host);
}

/** Logs in the way containerd answers the challenges of a registry. */
export async function signIn(signing: SigningIn): Promise<Told> {
  const challenge = chooseChallenge(signing.challenges);
  if (!challenge) return failed(challengeUnknown(signing.challenges));
  return challenge.scheme === "basic" ? withPassword(signing) : withToken(signing, challenge);
}
