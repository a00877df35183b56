import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createSocketServer, type Server as NetServer } from "node:net";
import { TLSSocket } from "node:tls";
import type { Authorities } from "./authorities";
import type { Login, Registry, Server } from "./behaviour";
import { blobs, manifest } from "./image";
import { type GivenLogin, giveToken, isAdmitted, readGiven } from "./login";

/** A request as it came in: no text of ours, but what the client sent. */
export type Request = { method: string; url: string; clientCertificate: string | null };

/** What the servers of a test saw, in the order in which it came. */
export type Seen = { requests: Request[]; logins: { place: string; given: GivenLogin }[] };

type Stage = { place: string; seen: Seen };

const addressOf = (request: IncomingMessage) => {
  const scheme = request.socket instanceof TLSSocket ? "https" : "http";
  return `${scheme}://${request.headers.host}`;
};

function certificateOf({ socket }: IncomingMessage): string | null {
  if (!(socket instanceof TLSSocket)) return null;
  const { subject } = socket.getPeerCertificate();
  return subject === undefined ? null : String(subject.CN);
}

function challenge(response: ServerResponse, request: IncomingMessage, { scheme }: Login): void {
  const bearer = `Bearer realm="${addressOf(request)}/token",service="test"`;
  response.setHeader("WWW-Authenticate", scheme === "basic" ? 'Basic realm="test"' : bearer);
  response.writeHead(401).end();
}

function serveImage(request: IncomingMessage, response: ServerResponse): void {
  const path = new URL(request.url ?? "/", "http://any").pathname;
  const object = path.split("/").at(-1) ?? "";
  const found = /\/manifests\/[^/]+$/.test(path) ? manifest : blobs.get(object);
  if (found === undefined || (object.includes(":") && object !== found.digest)) {
    response.writeHead(404).end();
    return;
  }
  const { type, digest, body } = found;
  response.writeHead(200, {
    "Content-Type": type,
    "Content-Length": body.length,
    "Docker-Content-Digest": digest,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function answer(registry: Registry, request: IncomingMessage, response: ServerResponse): void {
  if (registry.answers === "web-page") {
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Portal</title>");
  } else if (registry.answers !== 200) response.writeHead(registry.answers).end();
  else serveImage(request, response);
}

function listener(registry: Registry, { place, seen }: Stage): RequestListener {
  return async (request, response) => {
    const { login } = registry;
    const given = await readGiven(request);
    if (given !== null && given.kind !== "token") seen.logins.push({ place, given });
    if (login && request.url?.startsWith("/token")) {
      giveToken(response, login, given);
      return;
    }
    const url = `${addressOf(request)}${request.url}`;
    seen.requests.push({ method: request.method ?? "", url, clientCertificate: certificateOf(request) });
    if (login && !isAdmitted(login, given)) challenge(response, request, login);
    else answer(registry, request, response);
  };
}

type Description = { place: string; server: Server; authorities: Authorities };

/** A server as it is described, not yet listening. */
export function makeServer({ place, server, authorities }: Description, seen: Seen): NetServer {
  if (server.speaks === "nothing") return createSocketServer((socket) => socket.resetAndDestroy());
  if (server.speaks === "nonsense") {
    return createSocketServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.end("Good day, what can I do for you?\n");
    });
  }
  const listen = listener(server, { place, seen });
  if (server.speaks === "http") return createServer(listen);
  const client = { requestCert: true, rejectUnauthorized: true, ca: authorities.clientCa };
  return createTlsServer(
    { ...authorities.server(server.signer), ...(server.wantsClient ? client : {}) },
    listen,
  );
}
