import "server-only";
import { randomInt } from "node:crypto";
import { hashPassword } from "better-auth/crypto";

// Without letters and digits that look alike, since some will be read aloud or typed from paper.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const groups = 4;
const perGroup = 5;

const group = () => Array.from({ length: perGroup }, () => letters[randomInt(letters.length)]).join("");

/** A password of about 99 random bits in groups, such as `k7mqx-a2bcd-pq9rs-tu3vw`, and what is kept of it. */
export async function makeOneTimePassword(): Promise<{ oneTimePassword: string; passwordHash: string }> {
  const oneTimePassword = Array.from({ length: groups }, group).join("-");
  return { oneTimePassword, passwordHash: await hashPassword(oneTimePassword) };
}
