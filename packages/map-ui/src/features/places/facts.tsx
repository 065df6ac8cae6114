// Owns the line of short facts under a place's name. A fact never breaks between its number and its unit.

/** Facts apart by dots; nothing where there is none. */
export function Facts({ facts }: { readonly facts: readonly (string | null)[] }) {
  return (
    <span className="qh-place-facts-line">
      {facts.map((fact) => (fact === null ? null : <span key={fact}>{fact}</span>))}
    </span>
  );
}
