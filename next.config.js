// @ts-check
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    // Compiled at the build, so that no browser loads what reads ICU texts. The loader is experimental; nothing else hangs on it.
    messages: {
      path: ["./lib/i18n/en", "./lib/i18n/zh-CN"],
      locales: ["en", "zh-CN"],
      format: "json",
      precompile: true,
    },
  },
});

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  outputFileTracingRoot: import.meta.dirname,
  // Read at start from the file system, so tracing imports does not find them.
  outputFileTracingIncludes: { "/**": ["./prisma/sqlite/migrations/**/*"] },
  serverExternalPackages: ["ssh2", "better-sqlite3", "pino"],
  // No image of ours is resized, and the optimizer would answer without a login.
  images: { unoptimized: true },
  // A longer body is cut, not refused, before it reaches a route: every `maxBytes` stays below this.
  experimental: { proxyClientMaxBodySize: 10 * 1024 * 1024 },
};

export default withNextIntl(config);
