/** Words of others in a headline, of which the rest stands with the evidence. */
const longestSaid = 300;

const shorten = (text: string): string =>
  text.length > longestSaid ? `${text.slice(0, longestSaid).trimEnd()}…` : text;

/** All that the sentences of a fault may ask for: what it tells, and something for what an older one does not. */
export function faultWords(params: Readonly<Record<string, string>>, name: string) {
  const message = shorten(params["message"] ?? "");
  const heard = message === "" ? "no" : "yes";
  return { seconds: "", server: "", reason: "", ready: "", ...params, message, heard, name };
}
