import { formSchema } from "@/components/fields/form-schema";
import { hostAuthoritySchema } from "@/lib/domain/nodes/schema";

export type AuthorityForm = { key: string; name: string; patterns: string };

export const emptyAuthority: AuthorityForm = { key: "", name: "", patterns: "" };

/** People write lists with spaces and in lines; what is left empty follows from the key. */
const toRequest = ({ key, name, patterns }: AuthorityForm) => ({
  key,
  name,
  patterns:
    patterns
      .split(/[\s,，]+/)
      .filter(Boolean)
      .join(",") || undefined,
});

export const authorityFormSchema = formSchema(toRequest, hostAuthoritySchema);
