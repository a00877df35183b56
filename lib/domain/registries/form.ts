import { fromRegistryHostForm, toRegistryHostForm } from "./form-host";
import type { DefinitionForm, MirrorForm } from "./form-schema";
import type { Definition, Mirror } from "./schema";

const isEmptyList = (list: readonly unknown[] | null) => list?.length === 0;
const listOrAbsent = <Item>(list: Item[], emptyKept: boolean) => (list.length > 0 || emptyKept ? list : null);

const toMirrorForm = (mirror: Mirror): MirrorForm => ({
  name: mirror.name,
  note: mirror.note,
  endpoints: mirror.endpoints ?? [],
  endpointsEmptyKept: isEmptyList(mirror.endpoints),
  rewrites: mirror.rewrites ?? [],
  rewritesEmptyKept: isEmptyList(mirror.rewrites),
  extras: mirror.extras,
});

export const fromMirrorForm = (form: MirrorForm): Mirror => ({
  name: form.name,
  note: form.note,
  endpoints: listOrAbsent(form.endpoints, form.endpointsEmptyKept),
  rewrites: listOrAbsent(form.rewrites, form.rewritesEmptyKept),
  extras: form.extras,
});

export const toForm = (definition: Definition): DefinitionForm => ({
  note: definition.note,
  endNote: definition.endNote,
  mirrorsNote: definition.mirrorsNote,
  mirrors: (definition.mirrors ?? []).map(toMirrorForm),
  mirrorsEmptyKept: isEmptyList(definition.mirrors),
  registryHostsNote: definition.registryHostsNote,
  registryHosts: (definition.registryHosts ?? []).map(toRegistryHostForm),
  registryHostsEmptyKept: isEmptyList(definition.registryHosts),
  authsNote: definition.authsNote,
  auths: definition.auths ?? [],
  authsEmptyKept: isEmptyList(definition.auths),
  extras: definition.extras,
});

const rows = { mirror: fromMirrorForm, host: fromRegistryHostForm };

/** `fromForm(toForm(d))` is `d`, so opening and saving without an edit makes no revision. */
export const fromForm = (form: DefinitionForm, { mirror, host } = rows): Definition => ({
  note: form.note,
  endNote: form.endNote,
  mirrorsNote: form.mirrorsNote,
  mirrors: listOrAbsent(form.mirrors.map(mirror), form.mirrorsEmptyKept),
  registryHostsNote: form.registryHostsNote,
  registryHosts: listOrAbsent(form.registryHosts.map(host), form.registryHostsEmptyKept),
  authsNote: form.authsNote,
  auths: listOrAbsent(form.auths, form.authsEmptyKept),
  extras: form.extras,
});

export const newMirror = (name: string, endpoints: string[] = []): MirrorForm =>
  toMirrorForm({
    name,
    note: "",
    endpoints: endpoints.length > 0 ? endpoints.map((url) => ({ url, note: "" })) : null,
    rewrites: null,
    extras: [],
  });
