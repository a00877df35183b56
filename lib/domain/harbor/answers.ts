import * as z from "zod/mini";
import { isHarborProject } from "@/lib/domain/registries/templates/schema";

const longest = 255;

/** Names come from a stranger: one line, bounded, and nothing that moves a cursor or turns the text around. */
const seen = z.pipe(
  z.string(),
  z.transform((text) => text.replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, longest)),
);
const id = z.int().check(z.minimum(1));

/**
 * What Harbor answers, as far as it is read; everything else of it is dropped. The shapes are definitions of
 * api/v2.0/swagger.yaml, Harbor v2.16.0 (goharbor/harbor, c50c7dd). Fields there are optional by its generator.
 */

/** `GeneralInfo`. The version is told only to whoever is logged in (src/server/v2.0/handler/systeminfo.go). */
export const infoSchema = z.object({ auth_mode: z.string(), harbor_version: z.optional(seen) });

/** `Project`. `registry_id` is there for a proxy cache; `public` is a text in the metadata. */
export const projectSchema = z.object({
  project_id: id,
  name: z.string().check(
    z.maxLength(longest),
    z.refine((name) => name === name.trim() && isHarborProject(name)),
  ),
  registry_id: z.nullish(z.int()),
  metadata: z.nullish(z.object({ public: z.nullish(z.string()) })),
});
export type ProjectAnswer = z.infer<typeof projectSchema>;

/** `Registry`: what a proxy cache stands before. */
export const registrySchema = z.object({
  id,
  name: z._default(seen, ""),
  type: z._default(seen, ""),
  url: z._default(z.string().check(z.maxLength(4096)), ""),
});
export type RegistryAnswer = z.infer<typeof registrySchema>;

const permissionSchema = z.object({
  kind: z._default(z.string().check(z.maxLength(longest)), ""),
  namespace: z._default(z.string().check(z.maxLength(longest)), ""),
});

/** More than the projects that are read; a robot that says more is one that cannot be understood. */
const mostPermissions = 2000;

/** `Robot`. `expires_at` is in seconds, -1 for never (src/server/middleware/security/robot.go). */
export const robotSchema = z.object({
  name: seen,
  disable: z._default(z.boolean(), false),
  expires_at: z._default(z.int(), -1),
  permissions: z._default(z.nullable(z.array(permissionSchema).check(z.maxLength(mostPermissions))), null),
});
export type RobotAnswer = z.infer<typeof robotSchema>;
