// The words of zh/admin.ts in English.
import type { admin as source } from '../zh/admin.ts';
import type { Translated } from '../translated.ts';

export const admin: Translated<typeof source> = {
  title: 'Administration',
  backToMap: 'Map',
  newAccount: 'New account · {{name}}',
  username: 'User name',
  name: 'Name',
  role: 'Role',
  grid: 'Grid',
  organization: 'Organization',
  needed: 'Please fill in',
  usernameRule: '2 to 32 characters: a letter first, then letters, digits, dots, hyphens',
  create: 'Create',
  reset: 'Reset a password',
  resetAction: 'Make a new link',
  linkFor: 'Hand this link to {{username}} alone; it works once, until {{at}}',
  contactReads: 'Who read contacts',
  noReads: 'Nobody has',
  noReadsNote: "Every reading of a resident's name or phone is kept here",
  older: 'Earlier',
  newer: 'Later',
};
