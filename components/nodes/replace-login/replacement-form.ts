import { formSchema } from "@/components/fields/form-schema";
import {
  emptySshCredential,
  type SshCredentialForm,
  toLogin,
} from "@/components/nodes/ssh/ssh-credential-form";
import { sshReplacementSchema } from "@/lib/domain/nodes/schema";
import type { SshCredentialView } from "@/lib/domain/nodes/views";

/** A key is followed by a new key, a password by another one, until somebody chooses otherwise. */
export const toReplacementForm = ({ name, kind, username }: SshCredentialView): SshCredentialForm => ({
  ...emptySshCredential,
  kind: kind === "password" ? "password" : "generate",
  name,
  username,
});

/** `updatedAt` is that of the login which the form was opened for. */
export const replacementFormSchema = (updatedAt: string) =>
  formSchema((form: SshCredentialForm) => ({ ...toLogin(form), updatedAt }), sshReplacementSchema);
