import { CopyButton } from "@/components/ui/copy-button";

type KnownKeyProps = { algorithm: string; fingerprint: string; publicKey: string; copyLabel: string };

/** A public key in a table: its kind and fingerprint, and the whole of it to copy. */
export function KnownKey({ algorithm, fingerprint, publicKey, copyLabel }: KnownKeyProps) {
  return (
    <span className="flex items-center gap-1.5">
      <span className="min-w-0">
        <span className="block text-muted">{algorithm}</span>
        <code className="text-code [overflow-wrap:anywhere]">{fingerprint}</code>
      </span>
      <CopyButton text={publicKey} label={copyLabel} />
    </span>
  );
}
