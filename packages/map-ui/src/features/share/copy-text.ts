// Owns putting text on the clipboard, also on plain http of a LAN address, where browsers withhold the clipboard.

/** @returns false where it cannot be done: show the text then */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
