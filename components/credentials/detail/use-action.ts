"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import { pages } from "@/lib/domain/paths";

/** The one thing that is being done with a stored value; what was deleted has no page to stay on. */
export function useAction<Action extends string>(kind: "registry" | "tls") {
  const router = useRouter();
  const toast = useToast();
  const [action, setAction] = useState<Action | null>(null);
  const close = () => setAction(null);
  const done = (text: string, what: Action) => {
    close();
    toast(text);
    if (what === "delete") router.push(pages.credentials(kind));
    else router.refresh();
  };
  return { action, begin: setAction, close, done };
}
