import { endpointFault, findAuthorityFault } from "./authority";
import { type EndpointParts, effectiveUrl, splitEndpoint } from "./endpoint-url";
import { type CheckFinding, finding } from "./finding";

/** What is wrong with one endpoint, the gravest first; K3s drops what Go cannot parse and keeps the rest as it is. */
export function checkEndpoint(raw: string): CheckFinding | null {
  if (raw.trim() === "") return finding("endpoint-empty");
  if (/\p{Cc}/u.test(raw)) return finding("control-char");
  if (/\s/u.test(raw)) return finding("endpoint-space", { right: /\s/u.test(raw.trim()) ? "" : raw.trim() });
  const parts = splitEndpoint(raw);
  return checkScheme(raw, parts) ?? checkAuthority(parts) ?? checkRest(parts) ?? checkPath(raw, parts);
}

function checkScheme(raw: string, { scheme }: EndpointParts): CheckFinding | null {
  const slashes = /^(https?):(\/?)(?!\/)(.*)$/isu.exec(raw);
  if (slashes && !/^\d+(\/|$)/.test(slashes[3] ?? "")) {
    const right = `${(slashes[1] ?? "").toLowerCase()}://${slashes[3]}`;
    return finding("endpoint-slashes", { right: withoutUserInfo(right) });
  }
  if (scheme === "" || scheme === "http" || scheme === "https") return null;
  return finding("endpoint-scheme", {
    scheme,
    right: scheme.startsWith("http") ? "https://" : likely(scheme),
  });
}

/** `htps`, `htp`, `hhttp` are slips of the keyboard; whether the s was meant shows at the end. */
const likely = (scheme: string) => (/^h.*p$/.test(scheme) ? "http://" : "https://");

const withoutUserInfo = (url: string) => url.replace(/\/\/[^/?#]*@/, "//");

function checkAuthority({ userInfo, authority, scheme, path }: EndpointParts): CheckFinding | null {
  if (authority === "") {
    const right = scheme === "" && /^\/\/[^/]/.test(path) ? `https:${path}` : "";
    return finding("endpoint-host", { known: "no", host: "", right });
  }
  const fault = findAuthorityFault(authority);
  if (fault) return endpointFault(fault);
  if (userInfo === null) return null;
  return finding("endpoint-userinfo", { host: authority, right: `${scheme || "https"}://${authority}` });
}

function checkRest({ path, rest }: EndpointParts): CheckFinding | null {
  const broken = /%(?![0-9a-f]{2})/i.exec(path);
  if (broken) return finding("endpoint-escape", { text: path.slice(broken.index, broken.index + 3) });
  return rest === "" ? null : finding("endpoint-query", { mark: rest.slice(0, 1) });
}

/** Artifactory and Nexus serve each repository under a folder of its own, with `/v2` at the end. */
const prefixes = /^\/(?:artifactory|repository)\//;

function checkPath(raw: string, { scheme, authority, path }: EndpointParts): CheckFinding | null {
  const base = `${scheme || "https"}://${authority}`;
  if (path === "/v2/") return finding("path-trailing-slash", { right: `${base}/v2` });
  if (path !== "" && path !== "/" && !/^\/v2(\/|$)|\/v2\/?$/.test(path)) {
    const folder = path.replace(/\/+$/, "");
    const [right, other] = [`${base}/v2${folder}`, `${base}${folder}/v2`];
    const isPrefixed = prefixes.test(path);
    return finding("path-without-v2", {
      path,
      right: isPrefixed ? other : right,
      other: isPrefixed ? right : other,
      host: base,
    });
  }
  return scheme === "" ? finding("no-scheme", { url: effectiveUrl(raw), ...schemes(raw) }) : null;
}

const schemes = (raw: string) => ({ https: `https://${raw}`, http: `http://${raw}` });
