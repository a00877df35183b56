/** The one look of inputs, selects and text areas. */
export const controlStyle =
  "w-full min-w-0 rounded-md border border-control bg-page px-3 text-base text-fg shadow-none " +
  "transition-colors duration-120 hover:border-fg/60 aria-invalid:border-error " +
  "disabled:cursor-not-allowed disabled:bg-inset disabled:text-muted read-only:bg-subtle";
