import * as z from "zod/mini";
import { formSchema } from "@/components/fields/form-schema";
import { groupOf } from "@/lib/domain/inventory/groups";
import type { InventoryRow } from "@/lib/domain/inventory/inventory";
import { importNodesSchema } from "@/lib/domain/nodes/schema";

export type ImportForm = {
  username: string;
  port: string | number;
  sshCredentialId: string;
  groupId: string;
  jumpId: string;
};

/** What is asked for all machines of an inventory; the machines themselves are added to it when it is sent. */
export const importFormSchema = formSchema(
  (form: ImportForm) => ({
    port: form.port,
    username: form.username.trim() || null,
    sshCredentialId: form.sshCredentialId,
    groupId: form.groupId || null,
    jumpId: form.jumpId || null,
  }),
  z.strictObject({
    port: z.number().check(z.int(), z.minimum(1), z.maximum(65535)),
    username: importNodesSchema.shape.username,
    sshCredentialId: importNodesSchema.shape.sshCredentialId,
    groupId: importNodesSchema.shape.groupId,
    jumpId: importNodesSchema.shape.jumpId,
  }),
);

type Chosen = { port: number; groups: ReadonlySet<string> };

/** The machines as the API takes them, with what was given for those that name none. */
export const toNodes = (rows: readonly InventoryRow[], { port, groups }: Chosen) =>
  rows.map((row) => ({
    name: row.name,
    host: row.host,
    port: row.port ?? port,
    username: row.username,
    group: groupOf(row, groups).group,
  }));

export type KnownNode = { id: string; name: string; host: string; port: number; jumpId: string | null };

/** Tells machines that are registered already, by name or by address. */
export function findKnown(
  rows: readonly InventoryRow[],
  known: readonly KnownNode[],
  { port, jumpId }: { port: number; jumpId: string | null },
): Set<InventoryRow> {
  const address = (host: string, at: number) => `${host.toLowerCase()} ${at}`;
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  const addresses = new Set(
    known.filter((node) => node.jumpId === jumpId).map((node) => address(node.host, node.port)),
  );
  return new Set(
    rows.filter(
      (row) => names.has(row.name.toLowerCase()) || addresses.has(address(row.host, row.port ?? port)),
    ),
  );
}
