"use client";
import { useEffect, useReducer, useState } from "react";
import { apis } from "@/lib/domain/paths";
import type {
  PushEventView,
  PushHeader,
  PushMessage,
  PushNodeView,
  PushView,
} from "@/lib/domain/pushes/views";

export type LivePush = { push: PushHeader; nodes: PushNodeView[]; events: PushEventView[] };

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

/**
 * A push as it stands, kept up to date by the live stream. The browser reconnects by itself with the id of the last
 * event, so nothing is missed; `connected` is false meanwhile, and what is shown is then of an earlier moment.
 */
export function usePushStream(initial: PushView, events: PushEventView[]): LivePush & { connected: boolean } {
  const { nodes, lastEventId, retryOf: _, ...push } = initial;
  const [state, dispatch] = useReducer(receive, { push, nodes, events });
  const [connected, setConnected] = useState(true);
  const open = initial.finishedAt === null;
  useEffect(() => {
    if (!open) return;
    const source = new EventSource(`${apis.pushEvents(initial.id)}?after=${lastEventId}`);
    source.onopen = () => setConnected(true);
    source.onerror = () => setConnected(false);
    source.onmessage = ({ data }) => {
      const message = JSON.parse(data) as PushMessage;
      dispatch(message);
      setConnected(true);
      if (message.push.finishedAt !== null) source.close();
    };
    return () => source.close();
  }, [initial.id, lastEventId, open]);
  return { ...state, connected };
}
