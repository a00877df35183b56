import { slugPattern, type TlsFile } from "./fields";

/** Where Pullpath keeps delivered TLS files on a node. */
export const tlsFolder = "/etc/rancher/pullpath/tls";

const namedFolder = `${tlsFolder}/by-name/`;
const endings: Readonly<Record<TlsFile, string>> = { ca_file: ".crt", cert_file: ".crt", key_file: ".key" };

/**
 * Stands for a stored certificate where its fingerprint is not known, as in an editor's text. No node has a file
 * of this name; what is pushed names the delivered file.
 */
export const namedCertificatePath = (slug: string, file: TlsFile) => `${namedFolder}${slug}${endings[file]}`;

export function readNamedCertificatePath(path: string, file: TlsFile): string | undefined {
  const ending = endings[file];
  if (!path.startsWith(namedFolder) || !path.endsWith(ending)) return undefined;
  const slug = path.slice(namedFolder.length, -ending.length);
  return slugPattern.test(slug) ? slug : undefined;
}
