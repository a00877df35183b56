import "server-only";

/** The answer that a browser saves under this name, and nobody keeps on the way. */
export const download = (body: BodyInit, { type, name }: { type: string; name: string }): Response =>
  new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
