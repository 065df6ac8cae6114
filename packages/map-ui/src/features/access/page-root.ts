// Owns where dialogs of this feature stand.

/** Over `body` Ant Design locks scrolling by a style element without our nonce, which the content policy refuses. */
export function pageRoot(): HTMLElement {
  return document.querySelector<HTMLElement>('#root') ?? document.body;
}
