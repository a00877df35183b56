"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useToast } from "@/components/ui/toast";
import { apiRequest } from "@/lib/client/api";
import { forgetDrafts } from "@/lib/client/draft-storage";
import { apis, pages } from "@/lib/domain/paths";

/** Ends the session of this browser and takes along what it kept for this person. */
export function useSignOut(id: string): () => Promise<void> {
  const t = useTranslations("shell");
  const toast = useToast();
  const leaving = useRef(false);
  return async () => {
    if (leaving.current) return;
    leaving.current = true;
    const result = await apiRequest("DELETE", apis.session("current"));
    if (result.ok || result.error.code === "unauthenticated") {
      await forgetDrafts(id);
      // A full load drops everything this session has shown from memory.
      window.location.assign(pages.login());
    } else toast(t("signOutFailed"));
    leaving.current = false;
  };
}
