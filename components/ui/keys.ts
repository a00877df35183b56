type KeyLike = { nativeEvent?: { isComposing?: boolean }; isComposing?: boolean; keyCode?: number };

/** True while an input method composes a character: Enter and Escape then belong to it, not to us. */
export const isComposing = (event: KeyLike): boolean =>
  event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === 229;
