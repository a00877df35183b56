import { endpointFacts } from "@/lib/domain/registries/checks/endpoint-facts";
import { registryHostOf } from "@/lib/domain/registries/checks/endpoint-url";
import { type AuthField, authFields } from "@/lib/domain/registries/fields";
import type { Auth, FileValue, Mirror, RegistryHost, Tls } from "@/lib/domain/registries/schema";
import type { TestRemark } from "./result";
import type { TargetLogin, TestTarget } from "./schema";

export type Targeted = { target: TestTarget; remarks: TestRemark[] };

const secretAt = (auth: Auth, field: AuthField) => (auth[field]?.kind === "secret" ? auth[field] : null);

const isTyped = (auth: Auth) =>
  authFields.some((field) => field !== "username" && auth[field]?.kind === "text" && auth[field].text !== "");

function targetLogin(auth: Auth): TargetLogin {
  return {
    username: auth.username,
    password: secretAt(auth, "password"),
    auth: secretAt(auth, "auth"),
    identity_token: secretAt(auth, "identity_token"),
  };
}

const isSet = (file: FileValue | null): file is FileValue =>
  file !== null && (file.kind === "certificate" || file.path !== "");

function targetTls(tls: Tls | null): { tls: TestTarget["tls"]; remarks: TestRemark[] } {
  if (tls === null) return { tls: { ca: null, client: null, skipVerify: false }, remarks: [] };
  const { ca_file, cert_file, key_file } = tls;
  const whole = isSet(cert_file) && isSet(key_file);
  const half = !whole && (isSet(cert_file) || isSet(key_file));
  return {
    tls: {
      ca: isSet(ca_file) ? ca_file : null,
      client: whole ? { certificate: cert_file, key: key_file } : null,
      skipVerify: tls.insecure_skip_verify,
    },
    remarks: half ? [{ code: "client-incomplete", params: {} }] : [],
  };
}

/** What a test of an address takes from the registry hosts, by containerd's own choice of entries. */
export function targetOf(url: string, hosts: readonly RegistryHost[]): Targeted {
  const settings = hosts.map(({ host, auth, tls }) => ({ host, auth: auth !== null, tls: tls !== null }));
  const facts = endpointFacts(url, settings);
  const entry = (name: string | null) => hosts.find(({ host }) => host === name);
  const auth = entry(facts.auth)?.auth ?? null;
  const { tls, remarks } = targetTls(entry(facts.tls)?.tls ?? null);
  const typed = auth !== null && isTyped(auth);
  return {
    target: { url, login: auth === null || typed ? null : targetLogin(auth), tls },
    remarks: typed ? [...remarks, { code: "login-typed", params: { host: facts.auth ?? "" } }] : remarks,
  };
}

/** Where a registry host is asked: the first endpoint that uses it, as that says whether TLS is spoken, or its key. */
export function urlOfHost(host: string, mirrors: readonly Pick<Mirror, "endpoints">[]): string {
  const urls = mirrors.flatMap(({ endpoints }) => (endpoints ?? []).map(({ url }) => url));
  return urls.find((url) => url.trim() !== "" && registryHostOf(url) === registryHostOf(host)) ?? host;
}
