import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer, type ServerOptions } from "node:https";
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";

/** A server on loopback that goes with the test file; answers its port. */
async function listen(server: Server): Promise<number> {
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => open.delete(socket));
  };
  server.on("connection", keep);
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    for (const socket of open) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

export const serveHttp = (handle: RequestListener) => listen(createServer(handle));
export const serveTls = (options: ServerOptions, handle: RequestListener = asRegistry) =>
  listen(createTlsServer(options, handle));
export const serveSocket = (handle: (socket: Socket) => void) => listen(createSocketServer(handle));

const version = { "docker-distribution-api-version": "registry/2.0" };

/** A registry that wants no login. */
export const asRegistry: RequestListener = (_request, response) => {
  response.writeHead(200, version).end("{}");
};

export const answerWith =
  (status: number, headers: Record<string, string> = {}, body = ""): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

export const credentials = {
  username: "robot$pull",
  password: "the-secret-of-the-robot",
  token: "the-identity",
};
export const givenToken = "a-token-that-was-given";
const pair = Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64");

/** What a registry with a login was asked, in its order: method, path and how it was asked. */
export type Seen = { method: string; url: string; authorization: string; form: string }[];

export type LoginOptions = {
  scheme: "basic" | "bearer";
  /** Answered to a token request by POST, as registries do that know none. */
  postStatus?: number;
  realm?: (own: string) => string;
  token?: string;
  grantsAnonymous?: boolean;
  takesTokens?: boolean;
};

function grants(form: URLSearchParams | null, authorization: string, anonymous: boolean): boolean {
  if (form?.get("grant_type") === "refresh_token") return form.get("refresh_token") === credentials.token;
  if (form) {
    return form.get("username") === credentials.username && form.get("password") === credentials.password;
  }
  return authorization === "" ? anonymous : authorization === `Basic ${pair}`;
}

function challenge(response: ServerResponse, own: string, { scheme, realm }: LoginOptions) {
  const at = realm?.(own) ?? `${own}/token`;
  const bearer = `Bearer realm="${at}",service="the registry",scope="repository:a/b:pull"`;
  response.setHeader("www-authenticate", scheme === "basic" ? 'Basic realm="r"' : bearer);
  response.writeHead(401, version).end('{"errors":[]}');
}

/** A registry with a login, and its token server under `/token`. */
export const withLogin =
  (seen: Seen, options: LoginOptions, scheme = "https"): RequestListener =>
  async (request, response) => {
    const { method = "", url = "", headers } = request;
    const authorization = headers.authorization ?? "";
    const form = method === "POST" ? await text(request) : "";
    seen.push({ method, url, authorization, form });
    if (url.startsWith("/token")) {
      const posted = method === "POST" ? new URLSearchParams(form) : null;
      if (posted && options.postStatus) response.writeHead(options.postStatus).end();
      else if (!grants(posted, authorization, options.grantsAnonymous === true))
        response.writeHead(401).end();
      else response.end(JSON.stringify({ token: options.token ?? givenToken }));
      return;
    }
    const right = options.scheme === "basic" ? `Basic ${pair}` : `Bearer ${givenToken}`;
    const admitted = authorization === right && options.takesTokens !== false;
    if (admitted) asRegistry(request, response);
    else challenge(response, `${scheme}://${headers.host}`, options);
  };
