import "server-only";
import type * as z from "zod/mini";
import { AppError } from "@/lib/domain/errors";
import { toFieldIssues } from "@/lib/domain/issues";
import type { Permission } from "@/lib/domain/people/roles";
import { type Actor, authorize, refuseToken, requireOwnPassword } from "@/lib/server/auth/actor";
import { admit } from "@/lib/server/auth/admit";
import { addressHeader, requestIdHeader, requestIdOf } from "@/lib/server/auth/request-headers";
import { isSetUp } from "@/lib/server/auth/setup-state";
import { log, withLogFields } from "@/lib/server/log";
import { errorResponse } from "./error-response";
import { checkOrigin } from "./origin";
import { readJson } from "./read-body";
import { secureCookies } from "./secure-cookies";

type Schema = z.ZodMiniType | undefined;
type Output<Wanted extends Schema> = Wanted extends z.ZodMiniType ? z.output<Wanted> : undefined;

type Inputs<Params extends Schema, Query extends Schema, Body extends Schema> = {
  params: Output<Params>;
  query: Output<Query>;
  body: Output<Body>;
  request: Request;
  requestId: string;
  address: string | null;
};

type Shape<Params extends Schema, Query extends Schema, Body extends Schema> = {
  params?: Params;
  query?: Query;
  body?: Body;
  /** Status of a success; 200, or 204 when nothing is returned. */
  status?: number;
  /** Largest body in bytes; 1 MiB. */
  maxBytes?: number;
};

type Handled = unknown | Promise<unknown>;
type RouteContext = { params: Promise<unknown> };
/** A handler of Next. It names what it asks for and reads, so that tests can walk every route and every field. */
export type RouteHandler = ((request: Request, context?: RouteContext) => Promise<Response>) & {
  access: Permission | "public";
  reads: Readonly<Partial<Record<"params" | "query" | "body", Schema>>>;
};

const mebibyte = 1024 * 1024;

function parse<Wanted extends Schema>(schema: Wanted, input: unknown): Output<Wanted> {
  if (!schema) return undefined as Output<Wanted>;
  const result = schema.safeParse(input);
  if (result.success) return result.data as Output<Wanted>;
  throw new AppError("invalid", "invalidInput", { issues: toFieldIssues(result.error, input) });
}

async function readInputs<Params extends Schema, Query extends Schema, Body extends Schema>(
  shape: Shape<Params, Query, Body>,
  request: Request,
  context: RouteContext | undefined,
): Promise<Pick<Inputs<Params, Query, Body>, "params" | "query" | "body">> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return {
    params: parse(shape.params as Params, await context?.params),
    query: parse(shape.query as Query, query),
    body: parse(
      shape.body as Body,
      shape.body ? await readJson(request, shape.maxBytes ?? mebibyte) : undefined,
    ),
  };
}

function toResponse(value: unknown, status: number | undefined): Response {
  if (value instanceof Response) return value;
  return value === undefined
    ? new Response(null, { status: status ?? 204 })
    : Response.json(value, { status: status ?? 200 });
}

/** What every answer carries. Headers of a passed-through response may be immutable, so it is made anew. */
function finish(response: Response, requestId: string, cookies: string[]): Response {
  const answer = new Response(response.body, response);
  if (!answer.headers.has("cache-control")) answer.headers.set("cache-control", "no-store");
  answer.headers.set(requestIdHeader, requestId);
  // What the route itself says about cookies, such as at a logout, stands.
  const own = answer.headers.has("set-cookie");
  for (const cookie of own ? [] : cookies) answer.headers.append("set-cookie", cookie);
  return answer;
}

type Answer = { response: Response; cookies: string[] };

/** What holds for every request: its id in log and answer, the origin check, and failures turned into answers. */
function guard(
  access: RouteHandler["access"],
  { params, query, body }: RouteHandler["reads"],
  answer: (request: Request, requestId: string, context?: RouteContext) => Promise<Answer>,
): RouteHandler {
  const respond = async (request: Request, requestId: string, context?: RouteContext): Promise<Response> => {
    try {
      checkOrigin(request);
      const { response, cookies } = await answer(request, requestId, context);
      return secureCookies(finish(response, requestId, cookies), request.headers);
    } catch (error) {
      return finish(await errorResponse(error, request.headers, requestId), requestId, []);
    }
  };
  const handler = (request: Request, context?: RouteContext) => {
    const requestId = requestIdOf(request.headers);
    const started = performance.now();
    const { method, url } = request;
    return withLogFields({ requestId, method, path: new URL(url).pathname.slice(0, 500) }, async () => {
      const response = await respond(request, requestId, context);
      // Health checks come every few seconds and say nothing while all is well.
      const write = access === "public" && method === "GET" ? log.debug : log.info;
      write("request", { status: response.status, ms: Math.round(performance.now() - started) });
      return response;
    });
  };
  return Object.assign(handler, { access, reads: { params, query, body } });
}

/** A route for people who are logged in, or send a token, and hold the permission. Everything else is answered 401 or 403. */
export function route<
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
>(
  options: Shape<Params, Query, Body> & {
    permission: Permission;
    /** Goes although the password must be changed first. */
    beforePasswordChange?: boolean;
    /** Takes a login: no token opens it, whatever its scopes. */
    bySession?: boolean;
    handle: (inputs: Inputs<Params, Query, Body> & { actor: Actor }) => Handled;
  },
): RouteHandler {
  const letIn = async ({ headers }: Request, requestId: string, prolong = true) => {
    const known = await admit(headers, requestId, prolong);
    if (options.bySession) refuseToken(known.actor);
    if (!options.beforePasswordChange) requireOwnPassword(known.actor);
    authorize(known.actor, options.permission);
    return known;
  };
  return guard(options.permission, options, async (request, requestId, context) => {
    if (!(await isSetUp())) throw new AppError("unauthenticated", "setupNeeded");
    const { cookies, actor: before } = await letIn(request, requestId);
    const inputs = await readInputs<Params, Query, Body>(options, request, context);
    // A body can be held back for minutes, in which a session ends or a role changes.
    const actor = options.body ? (await letIn(request, requestId, false)).actor : before;
    const { address } = actor;
    const value = await options.handle({ ...inputs, actor, request, requestId, address });
    return { response: toResponse(value, options.status), cookies };
  });
}

/** A route that needs no login: the login itself, the setup, and the health of the service. */
export function publicRoute<
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
>(
  options: Shape<Params, Query, Body> & { handle: (inputs: Inputs<Params, Query, Body>) => Handled },
): RouteHandler {
  return guard("public", options, async (request, requestId, context) => {
    const inputs = await readInputs<Params, Query, Body>(options, request, context);
    const address = request.headers.get(addressHeader);
    const value = await options.handle({ ...inputs, request, requestId, address });
    return { response: toResponse(value, options.status), cookies: [] };
  });
}
