import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/**
 * A stand-in for Harbor: a real server that answers the parts of Harbor's API that are read, with the rules of
 * v2.16.0 (api/v2.0/swagger.yaml and src/server/v2.0/handler): a wrong login is no login, and lists have pages.
 */
export type Person = { username: string; password: string; kind: "admin" | "member" | "robot" };
type Robot = { name: string; expires_at: number; disable?: boolean; permissions?: object[] | null };
export type HarborContent = {
  people: Person[];
  projects: { project_id: number; name: string; registry_id?: number; metadata?: { public: string } }[];
  registries: { id: number; name: string; type: string; url: string }[];
  /** Of the system under 0, and of each project under its number. */
  robots: Record<number, Robot[]>;
};

/** What was asked, in its order: the path and the login that came with it. */
export type Asked = { path: string; authorization: string }[];

export const basic = ({ username, password }: Pick<Person, "username" | "password">) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;

function sendPage(response: ServerResponse, url: URL, list: readonly object[]) {
  const size = Math.min(100, Number(url.searchParams.get("page_size") ?? 10));
  const page = Number(url.searchParams.get("page") ?? 1);
  response.setHeader("x-total-count", list.length);
  if (page * size < list.length) response.setHeader("link", `<${url.pathname}?page=${page + 1}>; rel="next"`);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(list.slice((page - 1) * size, page * size)));
}

const refuse = (response: ServerResponse, person: Person | undefined) =>
  response.writeHead(person ? 403 : 401).end('{"errors":[{"code":"FORBIDDEN","message":"x"}]}');

const projectOfQuery = (url: URL) =>
  Number(/ProjectID=(\d+)/.exec(url.searchParams.get("q") ?? "")?.[1] ?? 0);

function answer(content: HarborContent, request: IncomingMessage, response: ServerResponse) {
  const { authorization = "" } = request.headers;
  const person = content.people.find((each) => basic(each) === authorization);
  const url = new URL(request.url ?? "", "https://harbor");
  switch (url.pathname) {
    case "/api/v2.0/systeminfo":
      return response.end(
        JSON.stringify({ auth_mode: "db_auth", ...(person ? { harbor_version: "v2.16.0-c50c7ddd" } : {}) }),
      );
    case "/api/v2.0/projects": {
      const visible = content.projects.filter(({ metadata }) => person || metadata?.public === "true");
      return sendPage(response, url, visible);
    }
    case "/api/v2.0/registries":
      return person?.kind === "admin"
        ? sendPage(response, url, content.registries)
        : refuse(response, person);
    case "/api/v2.0/robots": {
      const project = projectOfQuery(url);
      const may = person?.kind === "admin" || (person?.kind === "member" && project > 0);
      return may ? sendPage(response, url, content.robots[project] ?? []) : refuse(response, person);
    }
    default:
      return response.writeHead(404).end("<html>");
  }
}

export const asHarbor =
  (content: HarborContent, asked: Asked): RequestListener =>
  (request, response) => {
    asked.push({ path: request.url ?? "", authorization: request.headers.authorization ?? "" });
    answer(content, request, response);
  };
