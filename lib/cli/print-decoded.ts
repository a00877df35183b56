import type { Decoded, DecodedAuth, DecodedTls } from "@/lib/domain/registries/decode";
import type { Say } from "@/lib/i18n/say";
import { printable, withoutLogin } from "./printable";

/** A secret is told by its length, which shows where a value was cut. */
function authLines(auth: DecodedAuth, say: Say): string[] {
  const secret = (name: string, value: string) =>
    value === "" ? [] : [`${name}: ${say("decode.secret", { count: [...value].length })}`];
  const lines = [
    ...(auth.username === "" ? [] : [`username: ${printable(auth.username)}`]),
    ...secret("password", auth.password),
    ...secret("auth", auth.auth),
    ...secret("identity_token", auth.identitytoken),
  ];
  return lines.length === 0 ? [`auth: ${say("decode.empty")}`] : lines;
}

function tlsLines(tls: DecodedTls): string[] {
  const paths = (["ca_file", "cert_file", "key_file"] as const)
    .filter((name) => tls[name] !== "")
    .map((name) => `${name}: ${printable(tls[name])}`);
  return [...paths, `insecure_skip_verify: ${tls.insecure_skip_verify}`];
}

function section<Value>(
  name: string,
  map: Record<string, Value> | null,
  linesOf: (value: Value) => string[],
): string[] {
  if (map === null) return [];
  const entries = Object.entries(map).flatMap(([key, value]) => [
    `  ${printable(key)}`,
    ...linesOf(value).map((line) => `    ${line}`),
  ]);
  return [name, ...entries];
}

/** What K3s holds in memory, under the names of the file. */
export function printDecoded({ mirrors, configs, auths }: Decoded, say: Say): string[] {
  const empty = `(${say("decode.empty")})`;
  const orEmpty = (lines: string[]) => (lines.length === 0 ? [empty] : lines);
  const lines = [
    ...section("mirrors", mirrors, ({ endpoint, rewrite }) =>
      orEmpty([
        ...(endpoint ?? []).map((url, index) => `endpoint ${index + 1}: ${withoutLogin(url)}`),
        ...Object.entries(rewrite ?? {}).map(
          ([pattern, replacement]) => `rewrite: ${printable(pattern)} → ${printable(replacement)}`,
        ),
      ]),
    ),
    ...section("configs", configs, ({ auth, tls }) =>
      orEmpty([...(auth ? authLines(auth, say) : []), ...(tls ? tlsLines(tls) : [])]),
    ),
    ...section("auths", auths, (auth) => authLines(auth, say)),
  ];
  return lines.length === 0 ? [say("decode.nothing")] : lines;
}
