export const popupStyle =
  "float-motion fixed inset-x-0 top-[10vh] z-50 mx-auto flex max-h-[80vh] w-[calc(100vw-2rem)] flex-col rounded-xl border border-line bg-float shadow-float";
export const backdropStyle = "fade-motion fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]";
