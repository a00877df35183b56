import "server-only";

/** The answer that a browser saves as `registries.yaml` and nobody keeps on the way. */
export const registriesFile = (text: string): Response =>
  new Response(text, {
    headers: {
      "content-type": "text/yaml; charset=utf-8",
      "content-disposition": 'attachment; filename="registries.yaml"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
