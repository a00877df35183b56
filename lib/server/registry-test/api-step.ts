import "server-only";
import type { Duplex } from "node:stream";
import { type Asked, readAsked, urlOf } from "@/lib/domain/registry-test/asked";
import { type Challenge, chooseChallenge, readChallenges } from "@/lib/domain/registry-test/challenge";
import { fault, note, type TestFault } from "@/lib/domain/registry-test/result";
import { type Asking, speaksOther } from "./ask";
import { type Answer, exchange } from "./exchange";
import { challengeUnknown } from "./sign-in";
import { failed, passed, type Step } from "./steps";
import { within } from "./within";

/** Where a redirect leads, without a path: that may hold what nobody else shall read. */
export function redirectHost(answer: Answer, asked: Asked): string | null {
  const location = answer.header("location");
  const base = urlOf(asked);
  const to = URL.canParse(location, base) ? readAsked(new URL(location, base).href) : null;
  return to && urlOf({ ...to, path: "" });
}

const isRegistry = (answer: Answer) =>
  answer.header("docker-distribution-api-version").includes("registry/2.0") ||
  /^application\/json\b/i.test(answer.header("content-type"));

/** The distribution specification asks for 200 or 401 at the root; a redirect is not followed. */
function judge(answer: Answer, asked: Asked): TestFault | Challenge[] {
  const { status } = answer;
  const { host, path } = asked;
  if (status === 200) return isRegistry(answer) ? [] : fault("not-a-registry", { host, path, status });
  if (status === 401) {
    const challenges = readChallenges(answer.header("www-authenticate"));
    return chooseChallenge(challenges) ? challenges : challengeUnknown(challenges);
  }
  const to = status >= 300 && status < 400 ? redirectHost(answer, asked) : null;
  if (to !== null) return fault("redirected", { host, to });
  const ailing = status >= 500 || status === 429;
  return fault(ailing ? "server-error" : "not-a-registry", { host, path, status });
}

function asksNote(challenges: readonly Challenge[]) {
  const challenge = chooseChallenge(challenges);
  const tokenHost = readAsked(challenge?.params.get("realm") ?? "")?.host ?? "";
  return note("asks-login", { scheme: challenge?.scheme === "bearer" ? "Bearer" : "Basic", tokenHost });
}

/** What a server of TLS does with a request in plain text: it refuses it, ends the connection, or sends an alert. */
const looksLikeTls = (code: TestFault["code"]) =>
  ["reset", "answer-unreadable", "not-a-registry"].includes(code);

/** Asks for the root of the API on the open connection; the value is how a login is asked for. */
export async function askApi(asking: Asking, asked: Asked, socket: Duplex): Step<Challenge[]> {
  const { world, signal } = asking;
  const line = { socket, readsBody: false };
  const answer = await within(signal, world.phaseMs, (phase) => exchange(line, { asked }, phase));
  const judged = answer.ok ? judge(answer.value, asked) : answer.error;
  if (Array.isArray(judged)) {
    return { told: passed(judged.length === 0 ? note("open") : asksNote(judged)), value: judged };
  }
  const { host, port } = asked;
  const secret = !asked.secure && looksLikeTls(judged.code) && (await speaksOther(asking, asked));
  return { told: failed(secret ? fault("https-on-http", { host, port }) : judged) };
}
