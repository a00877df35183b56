import * as z from "zod/mini";
import { AppError } from "@/lib/domain/errors";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode } from "@/lib/domain/registries/decode";
import { largestQuestion, yamlSchema } from "@/lib/domain/registries/questions";
import { targetSchema, toTarget } from "@/lib/domain/registries/target";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "read",
  body: z.strictObject({ yaml: yamlSchema, target: z.optional(targetSchema) }),
  maxBytes: largestQuestion,
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
