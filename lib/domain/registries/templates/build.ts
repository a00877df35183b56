import { emptyDefinition } from "../fields";
import type { Definition, FileValue, Mirror, RegistryHost, Rewrite } from "../schema";
import type { TemplateId } from "./ids";
import { type TemplateValues, toEndpoint, toRegistries, toRegistry } from "./schema";

export const mirrorAt = (
  name: string,
  endpoint: string | null,
  rewrites: Rewrite[] | null = null,
): Mirror => ({
  name,
  note: "",
  endpoints: endpoint === null ? null : [{ url: endpoint, note: "" }],
  rewrites,
  extras: [],
});

const withMirrors = (mirrors: Mirror[]): Definition => ({ ...emptyDefinition, mirrors });

/** A proxy project holds the images of another registry under its own name, with their whole names behind it. */
export const intoProject = (project: string): Rewrite[] => [
  { pattern: "^(.*)$", replacement: `${project.trim()}/$1`, note: "" },
];

const hostWithCa = (host: string, ca: FileValue): RegistryHost => ({
  host,
  note: "",
  auth: null,
  tls: { ca_file: ca, cert_file: null, key_file: null, insecure_skip_verify: false, extras: [] },
  extras: [],
});

const caOf = ({ ca, caPath }: TemplateValues): FileValue =>
  ca === "path" ? { kind: "path", path: caPath.trim() } : { kind: "certificate", slug: ca };

/** The entries a template adds, made of values its schema accepts. */
export function buildTemplate(id: TemplateId, values: TemplateValues): Definition {
  const host = toRegistry(values.host);
  switch (id) {
    case "hub":
      return withMirrors([mirrorAt("docker.io", toEndpoint(values.address))]);
    case "harbor":
      return withMirrors(
        toRegistries(values.registries).map((name) =>
          mirrorAt(name, toEndpoint(values.address), intoProject(values.project)),
        ),
      );
    case "private-ca":
      // containerd asks the registry itself when it has no mirror, so its own entry says everything.
      return { ...emptyDefinition, registryHosts: [hostWithCa(host, caOf(values))] };
    case "plain-http":
      return withMirrors([mirrorAt(host, `http://${host}`)]);
    case "pull-through":
      return withMirrors([mirrorAt("*", toEndpoint(values.address))]);
    case "embedded":
      return withMirrors(toRegistries(values.registries).map((name) => mirrorAt(name, null)));
  }
}
