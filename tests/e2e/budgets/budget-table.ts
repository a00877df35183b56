/** Bytes as they go over the wire, compressed, in thousands. A page may grow by this much before its line here must be edited. */
export const growth = 5;

export type Budget = {
  /** What the scripts that a page names itself should weigh at most. Where they weigh more, they must not grow on. */
  most: number;
  /** What they, and the page with its texts, weighed when this line was last edited. */
  scripts: number;
  html: number;
};

export const pageBudgets = {
  login: { most: 165, scripts: 164.1, html: 10.6 },
  setup: { most: 165, scripts: 164.6, html: 11.0 },
  overview: { most: 200, scripts: 172.7, html: 17.3 },
  configurations: { most: 200, scripts: 178.5, html: 64.7 },
  nodes: { most: 200, scripts: 182.9, html: 42.8 },
  credentials: { most: 200, scripts: 181.5, html: 30.5 },
  pushes: { most: 200, scripts: 175.8, html: 37.9 },
  audit: { most: 200, scripts: 176.7, html: 21.7 },
  revisions: { most: 200, scripts: 179.5, html: 56.2 },
  comparison: { most: 200, scripts: 179.0, html: 59.1 },
  push: { most: 200, scripts: 191.5, html: 39.3 },
  simulator: { most: 260, scripts: 206.0, html: 29.1 },
  editor: { most: 205, scripts: 173.7, html: 61.4 },
} as const satisfies Record<string, Budget>;

export type PageName = keyof typeof pageBudgets;

/** Shared by all pages, or fetched by the editor once it stands. */
export const partBudgets = { styles: 25, fonts: 60, editorChunk: 190, re2Chunk: 50 } as const;

/** The times somebody should wait at most, in milliseconds; the shift of the layout has no unit. They are printed, never asserted. */
export const timeBudgets = {
  paint: 1200,
  slowPaint: 2500,
  shift: 0.02,
  blocked: 200,
  reaction: 100,
  slowReaction: 200,
  key: 50,
  recompute: 30,
} as const;
