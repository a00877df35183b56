import * as z from "zod/mini";
import { AppError } from "@/lib/domain/errors";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode } from "@/lib/domain/registries/decode";
import { targetSchema, toTarget } from "@/lib/domain/registries/target";
import { route } from "@/lib/server/http/handler";

const mebibyte = 1024 * 1024;

export const POST = route({
  permission: "read",
  body: z.strictObject({
    yaml: z.string().check(z.maxLength(mebibyte)),
    target: z.optional(targetSchema),
  }),
  // JSON writes a control character of the text as six bytes.
  maxBytes: 6 * mebibyte,
  handle: ({ body }) => {
    const decoded = decode(body.yaml);
    if (!decoded.ok) return Response.json(decoded, { status: 422 });
    const { files, remarks } = containerdFiles(decoded.result, toTarget(body.target));
    if (remarks.some(({ code }) => code === "file-too-large")) {
      throw new AppError("too-large", "containerdTooLarge");
    }
    return { files };
  },
});
