import * as z from "zod/mini";
import { checkEndpoint } from "../checks/endpoint";
import { splitEndpoint } from "../checks/endpoint-url";
import { checkMirrorName } from "../checks/registry-key";
import type { TemplateId } from "./ids";

export type TemplateValues = {
  /** Of a mirror, with or without a scheme. */
  address: string;
  /** Of a registry that is named in images. */
  host: string;
  project: string;
  /** One or several names, as they stand in images. */
  registries: string;
  /** The slug of a stored certificate, or `path` for a file that is on the nodes. */
  ca: string;
  caPath: string;
};
export type TemplateField = keyof TemplateValues;

/** What each template asks for, in this order; `caPath` only where the certificate is on the nodes. */
export const templateFields: Readonly<Record<TemplateId, readonly TemplateField[]>> = {
  hub: ["address"],
  harbor: ["address", "project", "registries"],
  "private-ca": ["host", "ca", "caPath"],
  "plain-http": ["host"],
  "pull-through": ["address"],
  embedded: ["registries"],
};

export const templateDefaults = (id: TemplateId): TemplateValues => ({
  address: "",
  host: "",
  project: "",
  registries: id === "embedded" ? "*" : "docker.io",
  ca: "path",
  caPath: "",
});

/** An address as it is written into the file: with its scheme, and without a slash at its end. */
export function toEndpoint(address: string): string {
  const text = address.trim().replace(/\/+$/, "");
  return splitEndpoint(text).scheme === "" ? `https://${text}` : text;
}

/** The name of a registry in images, also of one who pasted its URL. */
export const toRegistry = (text: string): string =>
  text
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/\/+$/, "");

export const toRegistries = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，、;]+/u)
      .map(toRegistry)
      .filter((name) => name !== ""),
  ),
];

/** Some registries serve their mirrors under a folder; what is to be said about that is said in the editor. */
export const isAddress = (text: string) =>
  [undefined, "path-without-v2", "path-trailing-slash"].includes(checkEndpoint(toEndpoint(text))?.code);

// Harbor v2.13, src/server/v2.0/handler/project.go: lower case, and no two separators after each other.
export const isHarborProject = (text: string) => /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(text.trim());

export const isRegistry = (text: string) => checkMirrorName(toRegistry(text)) === null;
const isHost = (text: string) => isRegistry(text) && toRegistry(text) !== "*";

const faults: Record<TemplateField, (values: TemplateValues) => string | null> = {
  address: ({ address }) => (isAddress(address) ? null : "registry-address"),
  host: ({ host }) => (isHost(host) ? null : "registry-name"),
  project: ({ project }) => (isHarborProject(project) ? null : "harbor-project"),
  registries: ({ registries }) => (toRegistries(registries).every(isRegistry) ? null : "registry-name"),
  ca: () => null,
  caPath: ({ ca, caPath }) => (ca !== "path" || caPath.trim().startsWith("/") ? null : "absolute-path"),
};

const isAsked = (field: TemplateField, { ca }: TemplateValues) => field !== "caPath" || ca === "path";

function faultOf(field: TemplateField, values: TemplateValues): string | null {
  if (!isAsked(field, values)) return null;
  const text = field === "registries" ? toRegistries(values.registries).join("") : values[field].trim();
  return text === "" ? "required" : faults[field](values);
}

const line = z.string().check(z.maxLength(4096), z.regex(/^\P{Cc}*$/u, "control-character"));

/** What a template can be made of. */
export const templateSchema = (id: TemplateId) =>
  z
    .strictObject({ address: line, host: line, project: line, registries: line, ca: line, caPath: line })
    .check(
      z.check<TemplateValues>(({ value, issues }) => {
        for (const field of templateFields[id]) {
          const message = faultOf(field, value);
          if (message !== null) issues.push({ code: "custom", message, input: value, path: [field] });
        }
      }),
    );
