// The one way to write SQL text by hand: a tagged template whose values always travel as parameters.
export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag';
