// An account's language is null until its owner chooses one; before this nobody could, so the old default was no choice.

export const accountLanguage: readonly string[] = [
  `alter table accounts alter column language drop not null`,
  `alter table accounts alter column language drop default`,
  `update accounts set language = null where language = 'ZH'`,
];
