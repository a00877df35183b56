"use client";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type {
  PushEventView,
  PushHeader,
  PushMessage,
  PushNodeView,
  PushView,
} from "@/lib/domain/pushes/views";
import { followPush, type StreamState, toSnapshot } from "./follow-push";

type LivePush = { push: PushHeader; nodes: PushNodeView[]; events: PushEventView[] };

/** Takes a message in. Nodes keep their places, and an event that is known already is not added again. */
function receive(state: LivePush, message: PushMessage): LivePush {
  const touched = new Map(message.nodes.map((node) => [node.id, node]));
  const last = state.events.at(-1)?.id ?? 0;
  return {
    push: message.push,
    nodes: state.nodes.map((node) => touched.get(node.id) ?? node),
    events: [...state.events, ...message.events.filter(({ id }) => id > last)],
  };
}

/** A push as it stands, kept up to date by the live stream; nothing is missed and nothing comes twice. */
export function usePushStream(initial: PushView, events: PushEventView[]) {
  const [state, dispatch] = useReducer(receive, { ...toSnapshot(initial), events });
  const [stream, setStream] = useState<StreamState>({ kind: "live" });
  const following = useRef<ReturnType<typeof followPush>>(undefined);
  // A page that is read anew, after an action, has later events; the stream that runs brings them too, to its last.
  const [after] = useState(initial.lastEventId);
  const [wasOpen] = useState(initial.finishedAt === null);
  useEffect(() => {
    if (!wasOpen) return;
    const run = followPush({ id: initial.id, after, onMessage: dispatch, onState: setStream });
    following.current = run;
    return run.stop;
  }, [initial.id, after, wasOpen]);
  const reconnect = useCallback(() => following.current?.open(), []);
  return { ...state, stream, reconnect };
}
