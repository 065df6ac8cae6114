// Owns which clientEventId goes with a body: the same one as long as the body is the same, so that a second tap after a
// lost answer repeats and never doubles. Pure but for the maker of ids.

/** Gives the id for a body; a changed body gets a new one, since the server refuses one id with two contents. */
export function createEventIds(makeId: () => string): (body: unknown) => string {
  let last: { readonly text: string; readonly id: string } | null = null;
  return (body) => {
    const text = JSON.stringify(body);
    if (last?.text !== text) last = { text, id: makeId() };
    return last.id;
  };
}
