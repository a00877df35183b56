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
  login: { most: 165, scripts: 281.4, html: 10.1 },
  setup: { most: 165, scripts: 281.5, html: 10.6 },
  overview: { most: 200, scripts: 272.1, html: 16.7 },
  configurations: { most: 200, scripts: 297.1, html: 58.2 },
  nodes: { most: 200, scripts: 331.8, html: 36.5 },
  credentials: { most: 200, scripts: 309.7, html: 27.5 },
  pushes: { most: 200, scripts: 274.5, html: 27.8 },
  revisions: { most: 200, scripts: 279.3, html: 50.0 },
  comparison: { most: 200, scripts: 278.8, html: 52.8 },
  push: { most: 200, scripts: 283.4, html: 29.3 },
  simulator: { most: 260, scripts: 398.6, html: 27.1 },
  editor: { most: 205, scripts: 382.3, html: 55.3 },
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
