/** Where to go after the login: a path of this site, or the overview. `//host` and `/\host` would leave it. */
export function safeNext(next: string | undefined, origin = "http://pullpath.invalid"): string {
  if (!next?.startsWith("/") || !URL.canParse(next, origin)) return "/";
  const url = new URL(next, origin);
  if (url.origin !== origin || url.pathname.startsWith("//") || url.pathname.startsWith("/api/")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
