// What comes before the page can act on it is kept: the last press or submit, and each edit. The page repeats them when it
// can, and once more when the parts marked `data-waits` can, whose code comes later.
(() => {
  // It came after the page could act.
  if (window.repeatEarlyPress) return;
  /** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
  /** @type {{ target: Element, again: () => void } | null} */
  let press = null;
  /** @type {Map<Field, () => void>} */
  const edits = new Map();
  let ready = false;
  const isEarly = (/** @type {Element} */ target) => !ready || target.closest("[data-waits]") !== null;
  const forgetPress = () => {
    press?.target.removeAttribute("aria-busy");
    press = null;
  };
  const keepPress = (
    /** @type {Event} */ event,
    /** @type {Element} */ target,
    /** @type {() => void} */ again,
  ) => {
    if (!isEarly(target)) return;
    event.preventDefault();
    event.stopPropagation();
    forgetPress();
    target.setAttribute("aria-busy", "true");
    press = { target, again };
  };
  const onSubmit = (/** @type {Event} */ event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement) keepPress(event, form, () => form.requestSubmit());
  };
  const onClick = (/** @type {Event} */ event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    // One that submits is seen as a submit.
    if (button && button.type !== "submit") keepPress(event, button, () => button.click());
  };

  const tell = (/** @type {Field} */ field, /** @type {string} */ what) =>
    field.dispatchEvent(new Event(what, { bubbles: true }));
  /** React hears of what differs from what it saw last. It does not see what is set by the prototype's own setter. */
  const setUnseen = (/** @type {Field} */ field, /** @type {string} */ value) =>
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);

  /** The field may have been set anew since, so what to do again is noted as it is now. */
  const noteEdit = (/** @type {Field} */ field) => {
    const { value } = field;
    // It keeps its files, and only a person can choose some.
    if (field.type === "file") return () => tell(field, "change");
    if (field instanceof HTMLSelectElement)
      return () => {
        field.value = value;
        tell(field, "change");
      };
    if (field.type === "checkbox" || field.type === "radio") {
      const checked = field instanceof HTMLInputElement && field.checked;
      return () => {
        Object.assign(field, { checked: !checked });
        field.click();
      };
    }
    const { selectionStart, selectionEnd } = field;
    return () => {
      // Anything else, for it may have seen what was typed as what was always there.
      field.value = value === "" ? "-" : "";
      setUnseen(field, value);
      // The caret would go to the end.
      if (selectionStart !== null && field === document.activeElement)
        field.setSelectionRange(selectionStart, selectionEnd);
      tell(field, "input");
    };
  };
  const onInput = (/** @type {Event} */ event) => {
    const field = /** @type {Field} */ (event.target);
    if (field instanceof Element && isEarly(field)) edits.set(field, noteEdit(field));
  };

  const listeners = { submit: onSubmit, click: onClick, input: onInput };
  for (const [what, listener] of Object.entries(listeners)) window.addEventListener(what, listener, true);
  const repeatEdit = (/** @type {Field} */ field, /** @type {() => void} */ again) => {
    if (isEarly(field)) return;
    edits.delete(field);
    // A part whose code is there but did not run yet must not take it for what it was always like.
    tell(field, "input");
    if (field.isConnected) again();
  };
  const repeatPress = () => {
    const last = press;
    if (!last || isEarly(last.target)) return;
    forgetPress();
    if (last.target.isConnected) last.again();
  };
  /** One that fails does not keep the others from being done. */
  const attempt = (/** @type {() => void} */ what) => {
    try {
      what();
    } catch (error) {
      reportError(error);
    }
  };
  window.repeatEarlyPress = () => {
    ready = true;
    for (const [field, again] of edits) attempt(() => repeatEdit(field, again));
    attempt(repeatPress);
    if (document.querySelector("[data-waits]")) return;
    for (const [what, listener] of Object.entries(listeners))
      window.removeEventListener(what, listener, true);
  };
})();
