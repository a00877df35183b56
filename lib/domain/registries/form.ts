import * as z from "zod/mini";
import {
  fromRegistryHostForm,
  registryHostFormSchema,
  registryKeyFormSchema,
  toRegistryHostForm,
} from "./form-host";
import {
  type Definition,
  definitionSchema,
  endpointSchema,
  legacyAuthSchema,
  type Mirror,
  rewriteSchema,
} from "./schema";

const { note, extras } = definitionSchema.shape;

/** `…EmptyKept`: the file has the key with an empty list, which an untouched form must give back as it was. */
export const mirrorFormSchema = z.strictObject({
  name: registryKeyFormSchema,
  note,
  endpoints: z.array(endpointSchema).check(z.maxLength(1000)),
  endpointsEmptyKept: z.boolean(),
  rewrites: z.array(rewriteSchema).check(z.maxLength(1000)),
  rewritesEmptyKept: z.boolean(),
  extras,
});
export type MirrorForm = z.infer<typeof mirrorFormSchema>;

/** A definition shaped like the screen: lists are always there, and a credential is one choice. */
export const definitionFormSchema = z.strictObject({
  note,
  endNote: note,
  mirrorsNote: note,
  mirrors: z.array(mirrorFormSchema).check(z.maxLength(20000)),
  mirrorsEmptyKept: z.boolean(),
  registryHostsNote: note,
  registryHosts: z.array(registryHostFormSchema).check(z.maxLength(20000)),
  registryHostsEmptyKept: z.boolean(),
  authsNote: note,
  auths: z.array(legacyAuthSchema).check(z.maxLength(1000)),
  authsEmptyKept: z.boolean(),
  extras,
});
export type DefinitionForm = z.infer<typeof definitionFormSchema>;

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

const fromMirrorForm = (form: MirrorForm): Mirror => ({
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

/** `fromForm(toForm(d))` is `d`, so opening and saving without an edit makes no revision. */
export const fromForm = (form: DefinitionForm): Definition => ({
  note: form.note,
  endNote: form.endNote,
  mirrorsNote: form.mirrorsNote,
  mirrors: listOrAbsent(form.mirrors.map(fromMirrorForm), form.mirrorsEmptyKept),
  registryHostsNote: form.registryHostsNote,
  registryHosts: listOrAbsent(form.registryHosts.map(fromRegistryHostForm), form.registryHostsEmptyKept),
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
