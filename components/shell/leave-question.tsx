"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useLeaving } from "@/lib/client/leave-guard";

/** Rarely needed, so it is no part of what every page loads. */
const LeaveDialog = dynamic(() => import("./leave-dialog").then((each) => each.LeaveDialog));

/** The dialog from the first time on that it is needed; it stays, so that it can close as it opened. */
export function LeaveQuestion() {
  const leaving = useLeaving();
  const [wasAsked, setWasAsked] = useState(false);
  if (leaving && !wasAsked) setWasAsked(true);
  return wasAsked ? <LeaveDialog leaving={leaving} /> : null;
}
