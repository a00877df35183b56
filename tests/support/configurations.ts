import { POST as POST_DUPLICATE } from "@/app/api/v1/configurations/[id]/duplicate/route";
import { POST as POST_EXPORT } from "@/app/api/v1/configurations/[id]/export/route";
import { GET as GET_FILE } from "@/app/api/v1/configurations/[id]/registries.yaml/route";
import { GET as GET_COMPARISON } from "@/app/api/v1/configurations/[id]/revisions/compare/route";
import { POST as POST_RESTORE } from "@/app/api/v1/configurations/[id]/revisions/restore/route";
import { POST as POST_REVISION } from "@/app/api/v1/configurations/[id]/revisions/route";
import { DELETE, GET, PATCH } from "@/app/api/v1/configurations/[id]/route";
import { GET as GET_TEMPLATES, PUT as PUT_TEMPLATES } from "@/app/api/v1/configurations/[id]/templates/route";
import { POST } from "@/app/api/v1/configurations/route";
import type { Role } from "@/lib/domain/people/roles";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import type { Definition } from "@/lib/domain/registries/schema";
import { loggedInRequest } from "./actors";

const path = "/api/v1/configurations";
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const write = (role: Role, place: string, options: Parameters<typeof loggedInRequest>[2]) =>
  loggedInRequest(role, `${path}${place}`, options);

/** The routes of configurations, called as a person with the given role would. */
export const configurations = {
  create: async (body: unknown, role: Role = "editor") =>
    POST(await write(role, "", { method: "POST", body })),
  get: async (id: string, role: Role = "viewer", query = "") =>
    GET(await loggedInRequest(role, `${path}/${id}${query}`), at(id)),
  update: async (id: string, body: unknown, role: Role = "editor") =>
    PATCH(await write(role, `/${id}`, { method: "PATCH", body }), at(id)),
  remove: async (id: string, role: Role = "editor") =>
    DELETE(await write(role, `/${id}`, { method: "DELETE" }), at(id)),
  duplicate: async (id: string, name: string, role: Role = "editor") =>
    POST_DUPLICATE(await write(role, `/${id}/duplicate`, { method: "POST", body: { name } }), at(id)),
  save: async (id: string, body: unknown, role: Role = "editor") =>
    POST_REVISION(await write(role, `/${id}/revisions`, { method: "POST", body }), at(id)),
  restore: async (id: string, body: unknown, role: Role = "editor") =>
    POST_RESTORE(await write(role, `/${id}/revisions/restore`, { method: "POST", body }), at(id)),
  templates: async (id: string, query = "", role: Role = "viewer") =>
    GET_TEMPLATES(await loggedInRequest(role, `${path}/${id}/templates${query}`), at(id)),
  putTemplates: async (id: string, body: unknown, role: Role = "editor") =>
    PUT_TEMPLATES(await write(role, `/${id}/templates`, { method: "PUT", body }), at(id)),
  compare: async (id: string, query = "", role: Role = "viewer") =>
    GET_COMPARISON(await loggedInRequest(role, `${path}/${id}/revisions/compare${query}`), at(id)),
  download: async (id: string, query = "", role: Role = "viewer") =>
    GET_FILE(await loggedInRequest(role, `${path}/${id}/registries.yaml${query}`), at(id)),
  export: async (id: string, role: Role = "admin", more: { passwordCheckedAt?: Date; body?: object } = {}) =>
    POST_EXPORT(await write(role, `/${id}/export`, { method: "POST", body: {}, ...more }), at(id)),
};

export const created = async (name: string, definition: Definition = emptyDefinition): Promise<string> =>
  (await (await configurations.create({ name, definition })).json()).id;
