import * as z from "zod/mini";
import { storedNameSchema } from "@/lib/domain/credentials/schema";
import { pemBlocks, splitPem, wrongFileKind } from "./pem";
import {
  type CreateCertificate,
  type InspectCertificate,
  maxPemLength,
  type UpdateCertificate,
} from "./schema";

const pem = z.string().check(z.maxLength(maxPemLength, "pem-too-long"));

/** A certificate as the screen shows it. `keepKey`: the stored key belongs to the new certificate as well. */
export const certificateFormSchema = z.strictObject({
  name: storedNameSchema,
  certificate: pem.check(z.minLength(1, "required")),
  key: pem,
  keyPassphrase: z.string().check(z.maxLength(1024)),
  keepKey: z.boolean(),
});
export type CertificateForm = z.infer<typeof certificateFormSchema>;

type Pem = Pick<CertificateForm, "certificate" | "key" | "keyPassphrase">;

/** Only what was filled in is sent. */
export const toInspect = ({ certificate, key, keyPassphrase }: Pem): InspectCertificate => ({
  certificate,
  ...(key === "" ? {} : { key, ...(keyPassphrase === "" ? {} : { keyPassphrase }) }),
});

export const toCreateCertificate = (form: CertificateForm): CreateCertificate => ({
  name: form.name,
  ...toInspect(form),
});

export const toUpdateCertificate = (form: CertificateForm): UpdateCertificate => ({
  name: form.name,
  ...toInspect(form),
  ...(form.keepKey && form.key === "" ? { keepKey: true } : {}),
});

/** What a file or pasted text means for the form: its parts, or why it holds none. */
export const readPemText = (
  text: string,
): { ok: true; certificate: string; key: string } | { ok: false; code: string } => {
  if (text.length > maxPemLength) return { ok: false, code: "pem-too-long" };
  if (pemBlocks(text).length > 0) return { ok: true, ...splitPem(text) };
  return { ok: false, code: text.includes("-----BEGIN ") ? "pem-cut" : `pem-${wrongFileKind(text)}` };
};
