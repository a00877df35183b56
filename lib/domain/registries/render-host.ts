import { canonicalExtraText } from "./extra-text";
import { authFields, type TlsFile, tlsFiles } from "./fields";
import { extraKey, type Layout } from "./layout";
import { secretPlaceholder } from "./placeholder";
import type { RenderContext } from "./render";
import type { Auth, AuthValue, Extra, FileValue, LegacyAuth, RegistryHost, Tls } from "./schema";
import { quote } from "./yaml/quote";

/** Where a part is written: how deep, and by which path it is known. */
export interface Place {
  readonly layout: Layout;
  readonly context: RenderContext;
  readonly depth: number;
  /** Ends in a slash, or is empty at the top. */
  readonly path: string;
}

const deeper = (place: Place, path: string): Place => ({
  ...place,
  depth: place.depth + 1,
  path: `${place.path}${path}/`,
});

function authText({ context }: Place, value: AuthValue, field: string): string {
  if (value.kind === "text") return quote(value.text);
  const secret = context.secret?.(value.slug, field);
  return secret === undefined ? secretPlaceholder(value.slug, field) : quote(secret);
}

const fileText = ({ context }: Place, value: FileValue, file: TlsFile) =>
  quote(value.kind === "path" ? value.path : context.certificatePath(value.slug, file));

function renderField({ layout, depth, path }: Place, key: string, value: string): void {
  layout.span(`${path}${key}`, () => layout.pair(depth, key, value));
}

export function renderExtras(place: Place, extras: readonly Extra[]): void {
  const { layout, depth, path } = place;
  extras.forEach(({ key, value, note }, at) => {
    layout.span(`${path}extras/${at}`, () => {
      layout.note(depth, note);
      const text = value.kind === "text" ? canonicalExtraText(value.text) : authText(place, value, key);
      layout.pair(depth, extraKey(key), text);
    });
  });
}

function renderAuthFields(place: Place, auth: Auth): void {
  for (const field of authFields) {
    const value = auth[field];
    if (value !== null) renderField(place, field, authText(place, value, field));
  }
  renderExtras(place, auth.extras);
}

function renderTlsFields(place: Place, tls: Tls): void {
  for (const file of tlsFiles) {
    const value = tls[file];
    if (value !== null) renderField(place, file, fileText(place, value, file));
  }
  if (tls.insecure_skip_verify) renderField(place, "insecure_skip_verify", "true");
  renderExtras(place, tls.extras);
}

const isEmptyAuth = (auth: Auth) =>
  auth.extras.length === 0 && authFields.every((field) => auth[field] === null);

const isEmptyTls = (tls: Tls) =>
  tls.extras.length === 0 && !tls.insecure_skip_verify && tlsFiles.every((file) => tls[file] === null);

/** An auth block under a key of its own; `{}` is not the same as none to K3s. */
function renderAuth(place: Place, auth: Auth): void {
  const { layout, depth, path } = place;
  layout.span(`${path}auth`, () => {
    layout.pair(depth, "auth", isEmptyAuth(auth) ? "{}" : "");
    renderAuthFields(deeper(place, "auth"), auth);
  });
}

function renderTls(place: Place, tls: Tls): void {
  const { layout, depth, path } = place;
  layout.span(`${path}tls`, () => {
    layout.pair(depth, "tls", isEmptyTls(tls) ? "{}" : "");
    renderTlsFields(deeper(place, "tls"), tls);
  });
}

export function renderHost(place: Place, { host, note, auth, tls, extras }: RegistryHost): void {
  const { layout, depth } = place;
  layout.note(depth, note);
  layout.pair(depth, quote(host));
  const inside = { ...place, depth: depth + 1 };
  if (auth !== null) renderAuth(inside, auth);
  if (tls !== null) renderTls(inside, tls);
  renderExtras(inside, extras);
}

/** An entry of `auths`, whose fields stand right below its key. */
export function renderLegacyAuth(place: Place, { host, note, auth }: LegacyAuth): void {
  const { layout, depth } = place;
  layout.note(depth, note);
  layout.pair(depth, quote(host), auth !== null && isEmptyAuth(auth) ? "{}" : "");
  if (auth !== null) renderAuthFields(deeper(place, "auth"), auth);
}
