import { once } from "node:events";
import { connect as connectHttp2, type IncomingHttpHeaders } from "node:http2";
import { connect } from "node:net";

/** How a call ended: gRPC's status, 0 for success, and its words. */
export type Answer = { status: number; message: string };

export type PodLogin = { username: string; password: string };

const byteLength = (length: number): number[] =>
  length < 128 ? [length] : [(length & 127) | 128, ...byteLength(length >> 7)];

/** A field of a protobuf message that holds bytes: a text, or another message. */
function field(number: number, value: string | Buffer): Buffer {
  const body = Buffer.from(value);
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...byteLength(body.length)]), body]);
}

/** runtime.v1.PullImageRequest of CRI's api.proto: the image's name, and the login the kubelet found for the pod. */
export const pullRequest = (image: string, pod: PodLogin | null): Buffer =>
  Buffer.concat([
    field(1, field(1, image)),
    ...(pod ? [field(2, Buffer.concat([field(1, pod.username), field(2, pod.password)]))] : []),
  ]);

function readAnswer(headers: IncomingHttpHeaders): Answer | null {
  const status = headers["grpc-status"];
  if (status === undefined) return null;
  return { status: Number(status), message: decodeURIComponent(String(headers["grpc-message"] ?? "")) };
}

/** Calls a method of the image service the way the kubelet does: gRPC over a socket file. */
export async function callImageService(socket: string, method: string, message: Buffer): Promise<Answer> {
  const session = connectHttp2("http://localhost", { createConnection: () => connect(socket) });
  try {
    await once(session, "connect");
    const stream = session.request({
      ":method": "POST",
      ":path": `/runtime.v1.ImageService/${method}`,
      "content-type": "application/grpc",
      te: "trailers",
    });
    let answer: Answer | null = null;
    const keep = (headers: IncomingHttpHeaders) => {
      answer ??= readAnswer(headers);
    };
    // A call that fails at once has its status among the headers.
    stream.on("response", keep).on("trailers", keep).resume();
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([prefix, message]));
    await once(stream, "close");
    return answer ?? { status: -1, message: "The call ended without a status" };
  } finally {
    session.destroy();
  }
}
