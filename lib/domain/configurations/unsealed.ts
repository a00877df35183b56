import type { Definition, Extra } from "@/lib/domain/registries/schema";

type Path = (string | number)[];

const secretKey = /^(?:auth|password|passwd|pass|identity_?token|token|secret)$/i;
const secretKeyInside = /(?:^|[\s,{"'])(?:auth|password|passwd|pass|identity_?token|token|secret)["']?\s*:/i;

/** A flow text that says nothing. */
export const isBlankFlowText = (text: string): boolean =>
  /^\s*(?:|~|null|Null|NULL|""|''|\[\s*\]|\{\s*\})\s*$/.test(text);

/**
 * Keys K3s does not read that still hold secret text after the secrets were taken out: lists and maps inside an auth
 * block, and logins at a wrong place. They are the one thing that cannot be stored, as nothing would seal them.
 */
export const unsealedSecrets = (definition: Definition): Path[] => {
  const ofAuth = (section: "registryHosts" | "auths") =>
    (definition[section] ?? []).flatMap(({ auth }, index) =>
      places(auth?.extras ?? [], [section, index, "auth"], () => true),
    );
  return [
    ...places(definition.extras, [], looksSecret),
    ...(definition.mirrors ?? []).flatMap((mirror, index) =>
      places(mirror.extras, ["mirrors", index], looksSecret),
    ),
    ...(definition.registryHosts ?? []).flatMap((host, index) => [
      ...places(host.extras, ["registryHosts", index], looksSecret),
      ...places(host.tls?.extras ?? [], ["registryHosts", index, "tls"], looksSecret),
    ]),
    ...ofAuth("registryHosts"),
    ...ofAuth("auths"),
  ];
};

const looksSecret = (key: string, text: string) => secretKey.test(key.trim()) || secretKeyInside.test(text);

const places = (extras: Extra[], path: Path, isSecret: (key: string, text: string) => boolean): Path[] =>
  extras.flatMap(({ key, value }, index): Path[] => {
    const holdsText = value.kind === "text" && !isBlankFlowText(value.text);
    return holdsText && isSecret(key, value.text) ? [[...path, "extras", index, "value"]] : [];
  });
