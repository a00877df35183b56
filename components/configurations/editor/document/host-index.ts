import type { HostSettings, HostUse } from "@/lib/domain/registries/checks/endpoint-facts";
import { defaultEndpoint, hubHost, registryHostOf } from "@/lib/domain/registries/checks/endpoint-url";
import { fromRegistryHostForm } from "@/lib/domain/registries/form-host";
import type { RegistryHostForm } from "@/lib/domain/registries/form-host-schema";
import type { DefinitionForm, MirrorForm } from "@/lib/domain/registries/form-schema";

type KeyedUse = { key: string; use: HostUse };

const uses = new WeakMap<MirrorForm, readonly KeyedUse[]>();
const settings = new WeakMap<RegistryHostForm, HostSettings>();

/** What a mirror uses is worked out once for each of its states. */
function usesOf(mirror: MirrorForm): readonly KeyedUse[] {
  const known = uses.get(mirror);
  if (known) return known;
  const { name, endpoints } = mirror;
  const listed = endpoints.flatMap(({ url }, index) =>
    url.trim() === "" ? [] : [{ key: registryHostOf(url), use: { mirror: name, position: index + 1 } }],
  );
  const own = defaultEndpoint(name);
  const all =
    own === null ? listed : [...listed, { key: registryHostOf(own), use: { mirror: name, position: 0 } }];
  uses.set(mirror, all);
  return all;
}

export type HostUses = Readonly<Record<string, readonly HostUse[]>>;

/** Which endpoints ask each host, for all hosts in one go: asking for one at a time costs their product. */
export function indexHostUses({ mirrors }: DefinitionForm): HostUses {
  const index = new Map<string, HostUse[]>();
  for (const { key, use } of mirrors.flatMap(usesOf)) {
    const known = index.get(key);
    if (known) known.push(use);
    else index.set(key, [use]);
  }
  return Object.fromEntries(index);
}

const none: readonly HostUse[] = [];

/** The endpoints an entry of `configs` serves; Docker Hub is asked under another name than images have. */
export const usesIn = (index: HostUses, host: string): readonly HostUse[] => {
  const key = host === hubHost ? "docker.io" : host;
  return Object.hasOwn(index, key) ? (index[key] ?? none) : none;
};

function settingsOf(row: RegistryHostForm): HostSettings {
  const known = settings.get(row);
  if (known) return known;
  const { host, auth, tls } = fromRegistryHostForm(row);
  const files = tls && (tls.ca_file ?? tls.cert_file ?? tls.key_file);
  const found = { host, auth: auth !== null, tls: Boolean(files) || tls?.insecure_skip_verify === true };
  settings.set(row, found);
  return found;
}

/** What each registry host brings. */
export const listHostSettings = ({ registryHosts }: DefinitionForm): HostSettings[] =>
  registryHosts.map(settingsOf);
