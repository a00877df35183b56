"use client";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { readPemFile } from "@/lib/client/read-pem-file";
import { convertCommand } from "@/lib/domain/certificates/convert";
import { readPemText } from "@/lib/domain/certificates/form";

type PemInputProps = {
  /** What the text of a file or of the clipboard holds; both parts may be there. */
  onRead: (parts: { certificate: string; key: string }) => void;
  children: ReactNode;
};

/** `command` converts the file, when there is one that can. */
type Refusal = { text: string; command: string | undefined };

const tooLong = { ok: false, code: "pem-too-long" } as const;

/** Reads what is chosen, dropped or pasted. `refusal` says in words what a wrong file is. */
function usePemReader(onRead: PemInputProps["onRead"]) {
  const issue = useTranslations("issues");
  const [refusal, setRefusal] = useState<Refusal>();
  const refuse = (code: string) => {
    const command = convertCommand(code);
    setRefusal({ text: issue(code, { command: command ?? "" }), command });
  };
  async function read(file: File | undefined) {
    if (!file) return;
    const text = await readPemFile(file);
    const parts = text === "too-large" ? tooLong : readPemText(text);
    if (!parts.ok) return refuse(parts.code);
    setRefusal(undefined);
    onRead(parts);
  }
  // Tools export certificate and key as one text; each part goes to its own field.
  const paste = (event: ClipboardEvent) => {
    const parts = readPemText(event.clipboardData.getData("text"));
    if (!parts.ok || parts.key === "") return;
    event.preventDefault();
    onRead(parts);
  };
  return { read, paste, refusal };
}

/** A field for PEM text that also takes a chosen or dropped file, and says at once what a wrong file is. */
export function PemInput({ onRead, children }: PemInputProps) {
  const t = useTranslations("certificates.input");
  const [isOver, setOver] = useState(false);
  const command = useTranslations("certificates")("copyCommand");
  const { read, paste, refusal } = usePemReader(onRead);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  return (
    <section
      aria-label={t("dropLabel")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
      className={clsx(
        "space-y-4 rounded-lg border border-dashed p-3",
        isOver ? "border-primary bg-info-tint" : "border-control",
      )}
    >
      <div className="flex flex-wrap items-center gap-3">
        <FileButton onFile={(file) => void read(file)} />
        <span className="text-muted text-sm">{isOver ? t("drop") : t("orDrop")}</span>
      </div>
      {refusal ? (
        <Banner
          kind="error"
          role="alert"
          action={
            refusal.command ? <CopyButton labelled text={refusal.command} label={command} /> : undefined
          }
        >
          {refusal.text}
        </Banner>
      ) : null}
      {children}
    </section>
  );
}

function FileButton({ onFile }: { onFile: (file: File | undefined) => void }) {
  const t = useTranslations("certificates.input");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id={useId()}
        type="file"
        accept=".pem,.crt,.cer,.key,.der,.p12,.pfx,.p7b"
        className="sr-only"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button size="sm" onClick={() => input.current?.click()}>
        {t("choose")}
      </Button>
    </>
  );
}
