/** A Go type that K3s decodes `registries.yaml` into. */
export type Shape =
  | { readonly kind: "string" | "bool" }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "map"; readonly of: Shape }
  | { readonly kind: "pointer"; readonly of: StructShape }
  | StructShape;

export interface StructShape {
  readonly kind: "struct";
  readonly name: string;
  readonly fields: Readonly<Record<string, Shape>>;
}

const text: Shape = { kind: "string" };
const mapOf = (of: Shape): Shape => ({ kind: "map", of });

const mirror: StructShape = {
  kind: "struct",
  name: "registries.Mirror",
  fields: { endpoint: { kind: "list", of: text }, rewrite: mapOf(text) },
};

const auth: StructShape = {
  kind: "struct",
  name: "registries.AuthConfig",
  fields: { username: text, password: text, auth: text, identity_token: text },
};

const tls: StructShape = {
  kind: "struct",
  name: "registries.TLSConfig",
  fields: { ca_file: text, cert_file: text, key_file: text, insecure_skip_verify: { kind: "bool" } },
};

const registryConfig: StructShape = {
  kind: "struct",
  name: "registries.RegistryConfig",
  fields: { auth: { kind: "pointer", of: auth }, tls: { kind: "pointer", of: tls } },
};

/** The whole file (rancher/wharfie v0.7.1, pkg/registries/types.go). */
export const registryShape: StructShape = {
  kind: "struct",
  name: "registries.Registry",
  fields: { mirrors: mapOf(mirror), configs: mapOf(registryConfig), auths: mapOf(auth) },
};

/** The type as Go's error texts write it. */
export function typeName(shape: Shape): string {
  switch (shape.kind) {
    case "struct":
      return shape.name;
    case "list":
      return `[]${typeName(shape.of)}`;
    case "map":
      return `map[string]${typeName(shape.of)}`;
    case "pointer":
      return `*${typeName(shape.of)}`;
    case "string":
    case "bool":
      return shape.kind;
  }
}
