"use client";
import { useState } from "react";
import type { Login } from "@/lib/domain/nodes/views";

/** The stored logins and those added on this page, which its data does not hold yet. */
export function useLogins(stored: readonly Login[]): { logins: Login[]; add: (login: Login) => void } {
  const [added, setAdded] = useState<Login[]>([]);
  const fresh = added.filter(({ id }) => !stored.some((one) => one.id === id));
  return { logins: [...stored, ...fresh], add: (login) => setAdded((last) => [...last, login]) };
}
