import { pages } from "../paths";

const ownPath = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/** Where to go after the login: the wanted page if it is one of ours, else the overview. Never another site. */
export function nextPage(wanted: string | string[] | null | undefined): string {
  if (typeof wanted !== "string" || wanted.length > 2000 || !ownPath.test(wanted)) return pages.overview();
  return /^\/(?:api|login|setup)(?:[/?#]|$)/.test(wanted) ? pages.overview() : wanted;
}
