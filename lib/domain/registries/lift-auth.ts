import { readFlowScalar } from "./extra-text";
import { authFields } from "./fields";
import type { Auth, AuthValue, Extra } from "./schema";

interface Lifted {
  readonly auth: Auth;
  readonly slug: string;
  readonly fields: Record<string, string>;
}

const isText = (value: AuthValue | null) => value?.kind === "text" && value.text !== "";

/** What an extra's flow text says if it is a single value. Lists and maps are no secret one could store. */
const extraText = ({ value }: Extra) => (value.kind === "text" ? readFlowScalar(value.text) : null);

/** The auth block with its texts replaced by references, or null if no secret stands in it. */
export function liftAuth(auth: Auth | null, getSlug: () => string): Lifted | null {
  if (auth === null) return null;
  const hasSecret = isText(auth.password) || isText(auth.auth) || isText(auth.identity_token);
  if (!hasSecret && !auth.extras.some((extra) => (extraText(extra) ?? "") !== "")) return null;
  const slug = getSlug();
  const found: [field: string, text: string][] = [];
  const replace = (field: string, text: string | null): AuthValue | null => {
    if (text === null || text === "") return null;
    found.push([field, text]);
    return { kind: "secret", slug };
  };
  const lifted: Auth = { ...auth };
  for (const field of authFields) {
    const value = auth[field];
    lifted[field] = (value?.kind === "text" ? replace(field, value.text) : null) ?? value;
  }
  lifted.extras = auth.extras.map((extra) => ({
    ...extra,
    value: replace(extra.key, extraText(extra)) ?? extra.value,
  }));
  return { auth: lifted, slug, fields: Object.fromEntries(found) };
}
