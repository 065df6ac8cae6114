// Sharing: a link that opens the same view at the same instant.
export { useShareLink } from './use-share-link.ts';
