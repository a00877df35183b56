import { formSchema } from "@/components/fields/form-schema";
import { createNodeSchema, updateNodeSchema } from "@/lib/domain/nodes/schema";
import type { Login, NodeView } from "@/lib/domain/nodes/views";

/** The form of a node. An empty user is the one of the SSH credential; an empty group is no group, an empty jump host a direct way. */
export type NodeForm = {
  name: string;
  host: string;
  port: number | string;
  username: string;
  sshCredentialId: string;
  groupId: string;
  jumpId: string;
  sudoPassword: string;
  forgetSudo: boolean;
  note: string;
};

export const emptyNode: NodeForm = {
  name: "",
  host: "",
  port: 22,
  username: "",
  sshCredentialId: "",
  groupId: "",
  jumpId: "",
  sudoPassword: "",
  forgetSudo: false,
  note: "",
};

export const toNodeForm = (node: NodeView): NodeForm => ({
  ...emptyNode,
  name: node.name,
  host: node.host,
  port: node.port,
  username: node.username,
  sshCredentialId: node.sshCredential?.id ?? "",
  groupId: node.group?.id ?? "",
  jumpId: node.jump?.id ?? "",
  note: node.note,
});

/** The user name the form means, given the stored logins. */
export const meantUser = (
  { username, sshCredentialId }: Pick<NodeForm, "username" | "sshCredentialId">,
  logins: readonly Login[],
) => username.trim() || (logins.find(({ id }) => id === sshCredentialId)?.username ?? "");

const shared = (form: NodeForm, logins: readonly Login[]) => ({
  host: form.host,
  port: Number(form.port),
  // Without an SSH credential the form is refused at that field; the empty user is no second error.
  username: meantUser(form, logins) || (form.sshCredentialId ? "" : "root"),
  sshCredentialId: form.sshCredentialId,
  groupId: form.groupId || null,
  jumpId: form.jumpId || null,
  note: form.note,
});

export const newNodeSchema = (logins: readonly Login[]) =>
  formSchema(
    (form: NodeForm) => ({
      ...shared(form, logins),
      ...(form.name.trim() ? { name: form.name } : {}),
      sudoPassword: form.sudoPassword || null,
    }),
    createNodeSchema,
  );

/** The stored sudo password stays unless another is typed or it is to be forgotten. */
function sudoChange({ sudoPassword, forgetSudo }: NodeForm): { sudoPassword?: string | null } {
  if (sudoPassword) return { sudoPassword };
  return forgetSudo ? { sudoPassword: null } : {};
}

export const changedNodeSchema = (logins: readonly Login[]) =>
  formSchema(
    (form: NodeForm) => ({ ...shared(form, logins), name: form.name, ...sudoChange(form) }),
    updateNodeSchema,
  );
