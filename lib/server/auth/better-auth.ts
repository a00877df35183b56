import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { username } from "better-auth/plugins/username";
import { passwordLength } from "@/lib/domain/people/password-length";
import { usernameLength, usernamePattern } from "@/lib/domain/people/schema";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { sessionSecret } from "@/lib/server/secrets/vault";
import { singleton } from "@/lib/server/singleton";

const day = 24 * 60 * 60;

/** Who is disabled is refused where a session would begin: after the password was looked at, as everybody else is. */
async function refuseDisabled({ userId }: { userId: string }): Promise<void> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  if (user?.disabledAt) throw new APIError("UNAUTHORIZED");
}

// Its own HTTP handler is never mounted: our routes call `auth().api`, so one wrapper guards every request.
const create = () =>
  betterAuth({
    appName: "Pullpath",
    baseURL: env.url ?? "http://localhost",
    secret: sessionSecret(),
    database: prismaAdapter(db(), { provider: "sqlite" }),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: "warn", log: (level, message) => log[level](`auth.library`, { message }) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      // The library counts most signs beyond the common ones as two.
      maxPasswordLength: 2 * passwordLength.max,
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        mustChangePassword: { type: "boolean", required: false, input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    databaseHooks: { session: { create: { before: refuseDisabled } } },
    session: {
      expiresIn: 7 * day,
      updateAge: day / 24,
      additionalFields: { passwordCheckedAt: { type: "date", required: false, input: false } },
    },
    advanced: {
      cookiePrefix: "pullpath",
      useSecureCookies: env.url?.startsWith("https:") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: ["x-pullpath-address"] },
    },
    plugins: [
      username({
        minUsernameLength: usernameLength.min,
        maxUsernameLength: usernameLength.max,
        usernameValidator: (name) => usernamePattern.test(name),
      }),
    ],
  });

/** The login library of this process, made after the vault was opened. */
export const auth = () => singleton("auth", create);
