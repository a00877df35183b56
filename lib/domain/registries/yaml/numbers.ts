const integer = /^[-+]?(?:0[bB][01]+|0[oO][0-7]+|0[0-7]*|0[xX][0-9a-fA-F]+|[1-9][0-9]*)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const dottedFloat = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;

/** No 64-bit number is longer than this, leading zeros aside. */
const longestDigits = 80;

function toBigInt(text: string): bigint {
  const digits = text.replace(/^[-+]/, "");
  if (/^0[0-9]/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  return BigInt(digits);
}

/** Whether Go's `strconv.ParseInt(text, 0, 64)`, or `ParseUint` unless `signed` is asked for, reads it. */
export function isInteger(text: string, range: "any" | "signed" = "any"): boolean {
  if (!integer.test(text)) return false;
  const trimmed = text.replace(/^([-+]?(?:0[bBoOxX])?)0+(?=[0-9a-fA-F])/, "$1");
  if (trimmed.length > longestDigits) return false;
  const size = toBigInt(text);
  if (text.startsWith("-")) return size <= 2n ** 63n;
  return range === "signed" || text.startsWith("+") ? size < 2n ** 63n : size < 2n ** 64n;
}

/** Whether yaml.v2 takes it for a float: within the range of a double, and dotted ones with Go's underscores. */
export function isFloat(text: string, form: "dotted" | "any"): boolean {
  const pattern = form === "dotted" ? dottedFloat : float;
  return pattern.test(text) && Number.isFinite(Number(text.replaceAll("_", "")));
}

const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?<join>[Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d{1,9})?(?<zone>Z|[-+]\d\d:\d\d)?)?$/;

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}

/** The forms yaml.v2 v2.4.0 knows (resolve.go, allowedTimestampFormats): `T` needs a zone, a space forbids one. */
export function isTimestamp(text: string): boolean {
  const found = timestamp.exec(text);
  if (found === null) return false;
  const [year, month, day] = found.slice(1, 4).map(Number);
  if (!isDay(year ?? 0, month ?? 0, day ?? 0)) return false;
  const { join, zone } = found.groups ?? {};
  if (join === undefined) return true;
  if ((join === " ") !== (zone === undefined)) return false;
  const [hour = 0, minute = 0, second = 0] = found.slice(5, 8).map(Number);
  return hour < 24 && minute < 60 && second < 60;
}
