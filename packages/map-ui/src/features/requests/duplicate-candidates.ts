// Owns which requests another one may repeat: not itself, not one that is a duplicate. Pure.
import type { RequestRowFragment } from '#api/gql/graphql';

type Row = Pick<RequestRowFragment, 'id' | 'outcome'>;

const SHOWN = 6;

/** Those of the entrance first, then the others, at most six each, in the order given. O(rows). */
export function duplicateCandidates<Candidate extends Row>(
  request: { readonly id: string },
  atEntrance: readonly Candidate[],
  nearby: readonly Candidate[],
): { readonly same: readonly Candidate[]; readonly others: readonly Candidate[] } {
  const fit = ({ id, outcome }: Row) => id !== request.id && outcome !== 'DUPLICATE';
  const here = new Set(atEntrance.map(({ id }) => id));
  return {
    same: atEntrance.filter(fit).slice(0, SHOWN),
    others: nearby.filter((row) => fit(row) && !here.has(row.id)).slice(0, SHOWN),
  };
}
