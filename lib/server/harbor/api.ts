import "server-only";
import { type HarborFault, harborFault } from "@/lib/domain/harbor/reading";
import type { Asked } from "@/lib/domain/registry-test/asked";
import { fault } from "@/lib/domain/registry-test/result";
import { fail, ok, type Result } from "@/lib/domain/result";
import { redirectHost } from "@/lib/server/registry-test/api-step";
import { type Asking, ask } from "@/lib/server/registry-test/ask";
import type { Answer } from "@/lib/server/registry-test/exchange";

/** Whom Harbor's API is asked at and as whom; `authorization` is secret. */
export type HarborLine = { asking: Asking; at: Asked; authorization: string | null };
type HarborPage = { json: unknown; total: number; hasNext: boolean };

/** A page of a hundred projects with their metadata is about a tenth of this. */
const maxBody = 1024 * 1024;

function faultOf(answer: Answer, at: Asked): HarborFault {
  const { status } = answer;
  const { host } = at;
  const to = status >= 300 && status < 400 ? redirectHost(answer, at) : null;
  if (to !== null) return fault("redirected", { host, to });
  if (status === 401 || status === 403) return harborFault("not-allowed", { host, status });
  if (status >= 500 || status === 429) return fault("server-error", { host, status });
  return harborFault("not-harbor", { host, status });
}

function readJson({ body, status }: Answer, host: string): Result<unknown, HarborFault> {
  if (body === null) return fail(harborFault("answer-too-long", { host }));
  try {
    return ok(JSON.parse(body));
  } catch {
    // The parser's own message quotes the answer, which may hold anything.
    return fail(harborFault("not-harbor", { host, status }));
  }
}

/** How many there are in all, and whether a page follows; the address in `Link` itself is never used. */
const pagingOf = ({ header }: Answer) => ({
  total: Number(/^\d{1,9}$/.exec(header("x-total-count"))?.[0] ?? 0),
  hasNext: /;\s*rel="?next"?/i.test(header("link")),
});

/**
 * One GET below `/api/v2.0` (basePath of api/v2.0/swagger.yaml, Harbor v2.16.0), on a connection of its own that is
 * checked like that of a registry test. Redirects are told and not followed.
 */
export async function getFromHarbor(
  { asking, at, authorization }: HarborLine,
  path: string,
): Promise<Result<HarborPage, HarborFault>> {
  const asked = { ...at, path: `/api/v2.0${path}` };
  const answer = await ask(
    asking,
    { asked, maxBody, ...(authorization === null ? {} : { authorization }) },
    true,
  );
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return fail(faultOf(answer.value, asked));
  const json = readJson(answer.value, at.host);
  return json.ok ? ok({ json: json.value, ...pagingOf(answer.value) }) : json;
}
