/** Usual set-ups, each asked for in a few words. */
export const templateIds = ["hub", "harbor", "private-ca", "plain-http", "pull-through", "embedded"] as const;
export type TemplateId = (typeof templateIds)[number];
