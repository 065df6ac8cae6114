// Owns where dialogs stand.

/** For `getContainer` of dialogs and drawers. Over `body` Ant Design locks scrolling by a style element without our nonce, which the content policy refuses. */
export function pageRoot(): HTMLElement {
  return document.querySelector<HTMLElement>('#root') ?? document.body;
}
