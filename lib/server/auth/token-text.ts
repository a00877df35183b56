import "server-only";
import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const prefix = "pp_";
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62 to the power of 43 is just above 2 to the power of 256. */
const randomDigits = 43;
const checkDigits = 6;

/** CRC-32 as digits, so that a text of this shape is known as a token, or as one with a typing error, by itself. */
function checkOf(text: string): string {
  let rest = crc32(text);
  return Array.from({ length: checkDigits }, () => {
    const digit = digits[rest % digits.length];
    rest = Math.floor(rest / digits.length);
    return digit;
  }).join("");
}

const shape = new RegExp(`^${prefix}[0-9A-Za-z]{${randomDigits + checkDigits}}$`);

/** Whether this can be a token at all. */
export const isTokenText = (text: string): boolean =>
  shape.test(text) && checkOf(text.slice(0, -checkDigits)) === text.slice(-checkDigits);

/** What is kept of a token. 256 random bits cannot be tried out, so no slow hash is needed. */
export const hashToken = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A new token of 256 random bits. Letters and digits alone are marked as a whole by a double click. */
export function makeTokenText(): string {
  const random = Array.from({ length: randomDigits }, () => digits[randomInt(digits.length)]).join("");
  return `${prefix}${random}${checkOf(prefix + random)}`;
}
