// Residents that no file named are unknown, not none: a figure of zero people in thousands of homes would be a lie.
export const residentsUnknown: readonly string[] = [
  `alter table entrances alter column residents drop not null, alter column residents drop default`,
  // Until now nothing else could be written where homes are counted and nobody counted the people.
  `update entrances set residents = null where residents = 0 and households > 0`,
];
