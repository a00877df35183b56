/** Whoever scrolls looks for something; for so long nothing moves it away from them. */
const pause = 3000;
const keys = ["PageUp", "PageDown"];

/**
 * Knows whether a person scrolled an element just now: by wheel, touch, keys, or the bar of what it scrolls in. What the
 * page scrolls by itself does not count.
 */
export function watchScrolling(element: HTMLElement, bar: HTMLElement = element) {
  let last = Number.NEGATIVE_INFINITY;
  const controller = new AbortController();
  const options = { passive: true, signal: controller.signal };
  const mark = () => {
    last = performance.now();
  };
  element.addEventListener("wheel", mark, options);
  element.addEventListener("touchmove", mark, options);
  element.addEventListener("keydown", ({ key }) => keys.includes(key) && mark(), options);
  // Only the bar of an element is hit as the element itself.
  bar.addEventListener("pointerdown", ({ target }) => target === bar && mark(), options);
  return { isRecent: () => performance.now() - last < pause, stop: () => controller.abort() };
}
