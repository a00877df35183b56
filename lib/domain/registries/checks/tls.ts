import { type TlsFile, tlsFiles } from "../fields";
import { type CheckFinding, finding } from "./finding";

/** A relative path is looked up in the folder of that registry's hosts.toml, where nothing of the user's is. */
export function checkTlsPath(path: string): CheckFinding | null {
  if (path === "") return finding("tls-empty");
  if (/^\s*-----BEGIN /.test(path)) return finding("tls-inline");
  if (/\p{Cc}/u.test(path)) return finding("control-char");
  const absolute = path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path);
  return absolute ? null : finding("tls-relative", { path });
}

/** A client certificate without its key, or the reverse, ends every pull of that registry (semantics of containerd). */
export function checkTlsPair(set: Readonly<Record<TlsFile, boolean>>, file: TlsFile): CheckFinding | null {
  const other = file === "cert_file" ? "key_file" : "cert_file";
  if (file === "ca_file" || !tlsFiles.includes(file) || set[file] || !set[other]) return null;
  return finding("tls-pair", { missing: file, present: other });
}
