import { formSchema } from "@/components/fields/form-schema";
import { sshCredentialSchema } from "@/lib/domain/nodes/schema";

/** The form holds the fields of all three ways at once, so that changing the way loses nothing. */
export type SshCredentialForm = {
  kind: "generate" | "key" | "password";
  name: string;
  username: string;
  privateKey: string;
  passphrase: string;
  password: string;
};

export const emptySshCredential: SshCredentialForm = {
  kind: "generate",
  name: "",
  username: "root",
  privateKey: "",
  passphrase: "",
  password: "",
};

/** Only what the chosen way asks for. */
export function toLogin({ kind, username, privateKey, passphrase, password }: SshCredentialForm) {
  switch (kind) {
    case "generate":
      return { kind, username };
    case "key":
      return { kind, username, privateKey, passphrase: passphrase || null };
    case "password":
      return { kind, username, password };
  }
}

export const sshCredentialFormSchema = formSchema(
  (form: SshCredentialForm) => ({ ...toLogin(form), name: form.name }),
  sshCredentialSchema,
);
