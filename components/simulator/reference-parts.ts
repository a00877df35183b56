import type { ImageReference } from "@/lib/domain/registries/reference";

/** What containerd put to a name, or left out of it. */
export type ReferenceAddition = "registry" | "hub-alias" | "library" | "tag" | "tag-dropped";

export function additions(typed: string, reference: ImageReference): ReferenceAddition[] {
  const { registryHost, repository, object } = reference;
  const alias = typed.startsWith("index.docker.io/");
  const named = alias || typed.startsWith(`${registryHost}/`);
  const rest = named ? typed.slice(typed.indexOf("/") + 1) : typed;
  const [name = "", digest] = rest.split("@", 2);
  const hasTag = name.includes(":");
  const found: [ReferenceAddition, boolean][] = [
    ["registry", !named],
    ["hub-alias", alias],
    ["library", repository.startsWith("library/") && !name.includes("/")],
    ["tag", object === "latest" && !hasTag && digest === undefined],
    ["tag-dropped", hasTag && digest !== undefined],
  ];
  return found.flatMap(([addition, applies]) => (applies ? [addition] : []));
}
