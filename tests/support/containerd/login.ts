import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Login } from "./behaviour";

/** What a client shows: a name and password, a refresh token, nothing to a token server, or a token it was given. */
export type GivenLogin =
  | { kind: "password"; username: string; password: string }
  | { kind: "identity-token"; token: string }
  | { kind: "anonymous" }
  | { kind: "token"; token: string };

const token = "a-token-of-the-test";

function readHeader(header: string): GivenLogin {
  const [scheme, value = ""] = header.split(" ", 2);
  if (scheme === "Bearer") return { kind: "token", token: value };
  const pair = Buffer.from(value, "base64").toString();
  const colon = pair.indexOf(":");
  return { kind: "password", username: pair.slice(0, colon), password: pair.slice(colon + 1) };
}

function readForm(form: URLSearchParams): GivenLogin {
  if (form.get("grant_type") === "refresh_token") {
    return { kind: "identity-token", token: form.get("refresh_token") ?? "" };
  }
  return {
    kind: "password",
    username: form.get("username") ?? "",
    password: form.get("password") ?? "",
  };
}

/** The login of a request; null where it has none and none is asked for. */
export async function readGiven(request: IncomingMessage): Promise<GivenLogin | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return readHeader(authorization);
  if (request.method === "POST") return readForm(new URLSearchParams(await text(request)));
  return request.url?.startsWith("/token") ? { kind: "anonymous" } : null;
}

function isRight(login: Login, given: GivenLogin | null): boolean {
  if (given?.kind === "anonymous") return login.anonymous;
  if (given?.kind === "identity-token") return given.token === login.identityToken;
  return given?.kind === "password" && given.username === login.username && given.password === login.password;
}

export const isAdmitted = (login: Login, given: GivenLogin | null): boolean =>
  login.scheme === "basic" ? isRight(login, given) : given?.kind === "token" && given.token === token;

/** The token server of a registry. */
export function giveToken(response: ServerResponse, login: Login, given: GivenLogin | null): void {
  if (!isRight(login, given)) {
    response.writeHead(401).end();
    return;
  }
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ token, access_token: token, expires_in: 300 }));
}
