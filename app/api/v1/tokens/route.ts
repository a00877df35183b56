import { newTokenSchema } from "@/lib/domain/tokens/schema";
import { route } from "@/lib/server/http/handler";
import { createToken } from "@/lib/server/tokens/create-token";
import { listTokens } from "@/lib/server/tokens/queries";

export const GET = route({
  permission: "read",
  bySession: true,
  handle: async ({ actor }) => ({ tokens: await listTokens(actor) }),
});

// Answers with the token, which no other answer holds.
export const POST = route({
  permission: "read",
  bySession: true,
  body: newTokenSchema,
  maxBytes: 16 * 1024,
  status: 201,
  handle: ({ actor, body }) => createToken(body, actor),
});
