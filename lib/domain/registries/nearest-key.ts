/** Names of other tools and earlier habits that no counting of letters would find. */
const knownSlips: Readonly<Record<string, string>> = {
  mirror: "mirrors",
  config: "configs",
  url: "endpoint",
  urls: "endpoint",
  host: "endpoint",
  user: "username",
  pass: "password",
  ca: "ca_file",
  cert: "cert_file",
  key: "key_file",
  insecure: "insecure_skip_verify",
  skip_verify: "insecure_skip_verify",
};

const farthest = 2;

const simplify = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Number of single-letter changes between two short words. */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 0; row < one.length; row++) {
    const current = [row + 1];
    for (let column = 0; column < other.length; column++) {
      const change = (previous[column] ?? 0) + (one[row] === other[column] ? 0 : 1);
      current.push(Math.min(change, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

/** The known key that was most likely meant, if one is close. */
export function nearestKey(key: string, known: readonly string[]): string | null {
  if (key.length > 64) return null;
  const slip = Object.hasOwn(knownSlips, key.toLowerCase()) ? knownSlips[key.toLowerCase()] : undefined;
  if (slip !== undefined && known.includes(slip)) return slip;
  const plain = simplify(key);
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(plain, simplify(candidate)) }))
    .sort((one, other) => one.far - other.far);
  const [best] = ranked;
  return best !== undefined && best.far <= farthest && best.far < plain.length / 2 ? best.candidate : null;
}
