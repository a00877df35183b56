export type Severity = "error" | "warning" | "info";
export type CheckParams = Readonly<Record<string, string | number>>;

/**
 * Every answer a field check can give and how bad it is by itself; the rules of the linter know more of the target and
 * the place. Error: K3s cannot read it, the node can be damaged, or the pull surely fails. Each code is a sentence of
 * the catalogue; its parameters never hold a secret.
 */
const severities = {
  "key-empty": "error",
  "key-scheme": "error",
  "key-path": "error",
  "key-space": "error",
  "key-character": "error",
  "key-wildcard": "error",
  "key-reserved": "error",
  "key-port": "error",
  "key-ipv6": "error",
  "key-upper-case": "warning",
  "key-not-registry": "warning",
  "hub-alias-key": "warning",
  "endpoint-empty": "error",
  "endpoint-scheme": "error",
  "endpoint-slashes": "error",
  "endpoint-space": "error",
  "endpoint-character": "error",
  "endpoint-host": "error",
  "endpoint-port": "error",
  "endpoint-ipv6": "error",
  "endpoint-escape": "error",
  "endpoint-userinfo": "warning",
  "endpoint-query": "warning",
  "no-scheme": "warning",
  "path-without-v2": "warning",
  "path-trailing-slash": "info",
  "rewrite-empty": "warning",
  "rewrite-toml": "error",
  "rewrite-toml-meaning": "error",
  "rewrite-quote": "error",
  "rewrite-line-break": "error",
  "rewrite-lookaround": "error",
  "rewrite-backreference": "error",
  "rewrite-syntax": "error",
  "rewrite-tag": "warning",
  "rewrite-group": "error",
  "rewrite-glued": "error",
  "rewrite-backslash-group": "error",
  "rewrite-leading-slash": "warning",
  "tls-relative": "error",
  "tls-inline": "error",
  "tls-empty": "warning",
  "tls-pair": "error",
  "auth-base64": "error",
  "auth-colon": "error",
  "auth-ignored": "warning",
  "auth-no-username": "error",
  "auth-no-password": "warning",
  "control-char": "error",
} as const satisfies Record<string, Severity>;

export type CheckCode = keyof typeof severities;
export type CheckFinding = { code: CheckCode; params: CheckParams; severity: Severity };

export const checkCodes = Object.keys(severities) as CheckCode[];

export const finding = (code: CheckCode, params: CheckParams = {}): CheckFinding => ({
  code,
  params,
  severity: severities[code],
});
