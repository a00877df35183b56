import { type AuthField, authFields, type TlsFile } from "./fields";
import type { AuthForm, AuthValueForm, FileForm, RegistryHostForm, TlsForm } from "./form-host-schema";
import type { Auth, AuthValue, FileValue, RegistryHost, Tls } from "./schema";

const emptyValue: AuthValueForm = { kind: "text", text: "", slug: "", emptyKept: false };

const toAuthValueForm = (value: AuthValue | null): AuthValueForm => {
  if (value === null) return { ...emptyValue };
  if (value.kind === "secret") return { ...emptyValue, kind: "secret", slug: value.slug };
  return { ...emptyValue, text: value.text, emptyKept: value.text === "" };
};

const fromAuthValueForm = ({ kind, text, slug, emptyKept }: AuthValueForm): AuthValue | null => {
  if (kind === "secret") return { kind, slug };
  return text !== "" || emptyKept ? { kind, text } : null;
};

/** The credential an auth block takes whole, when every value it has names one and the same. */
function wholeCredential(auth: Auth): { slug: string; fields: AuthField[] } | null {
  const fields = authFields.filter((field) => auth[field] !== null);
  const slugs = new Set(fields.map((field) => (auth[field]?.kind === "secret" ? auth[field].slug : null)));
  const [slug] = slugs;
  return slugs.size === 1 && slug ? { slug, fields } : null;
}

function toAuthForm(auth: Auth | null): AuthForm {
  const whole = auth && wholeCredential(auth);
  const kept = whole ? null : auth;
  return {
    mode: auth === null ? "none" : whole ? "stored" : "typed",
    credential: whole?.slug ?? "",
    storedFields: whole?.fields ?? [],
    values: {
      username: toAuthValueForm(kept?.username ?? null),
      password: toAuthValueForm(kept?.password ?? null),
      auth: toAuthValueForm(kept?.auth ?? null),
      identity_token: toAuthValueForm(kept?.identity_token ?? null),
    },
    emptyKept: auth !== null,
    extras: auth?.extras ?? [],
  };
}

function fromAuthForm(form: AuthForm): Auth | null {
  if (form.mode === "none") return null;
  const value = (field: AuthField): AuthValue | null => {
    if (form.mode === "typed") return fromAuthValueForm(form.values[field]);
    return form.storedFields.includes(field) ? { kind: "secret", slug: form.credential } : null;
  };
  const auth: Auth = {
    username: value("username"),
    password: value("password"),
    auth: value("auth"),
    identity_token: value("identity_token"),
    extras: form.extras,
  };
  const written =
    form.emptyKept || form.extras.length > 0 || authFields.some((field) => auth[field] !== null);
  return written ? auth : null;
}

function toFileForm(value: FileValue | null): FileForm {
  if (value === null) return { source: "none", slug: "", path: "" };
  if (value.kind === "path") return { source: "path", slug: "", path: value.path };
  return { source: "certificate", slug: value.slug, path: "" };
}

function fromFileForm({ source, slug, path }: FileForm): FileValue | null {
  if (source === "none") return null;
  return source === "path" ? { kind: "path", path } : { kind: "certificate", slug };
}

const toTlsForm = (tls: Tls | null): TlsForm => ({
  ca_file: toFileForm(tls?.ca_file ?? null),
  cert_file: toFileForm(tls?.cert_file ?? null),
  key_file: toFileForm(tls?.key_file ?? null),
  insecure_skip_verify: tls?.insecure_skip_verify ?? false,
  emptyKept: tls !== null,
  extras: tls?.extras ?? [],
});

function fromTlsForm(form: TlsForm): Tls | null {
  const file = (name: TlsFile) => fromFileForm(form[name]);
  const tls: Tls = {
    ca_file: file("ca_file"),
    cert_file: file("cert_file"),
    key_file: file("key_file"),
    insecure_skip_verify: form.insecure_skip_verify,
    extras: form.extras,
  };
  const set = tls.ca_file ?? tls.cert_file ?? tls.key_file;
  return form.emptyKept || set || tls.insecure_skip_verify || tls.extras.length > 0 ? tls : null;
}

export const toRegistryHostForm = ({ host, note, auth, tls, extras }: RegistryHost): RegistryHostForm => ({
  host,
  note,
  auth: toAuthForm(auth),
  tls: toTlsForm(tls),
  extras,
});

export const fromRegistryHostForm = ({ host, note, auth, tls, extras }: RegistryHostForm): RegistryHost => ({
  host,
  note,
  auth: fromAuthForm(auth),
  tls: fromTlsForm(tls),
  extras,
});

export const newRegistryHost = (host: string): RegistryHostForm =>
  toRegistryHostForm({ host, note: "", auth: null, tls: null, extras: [] });
