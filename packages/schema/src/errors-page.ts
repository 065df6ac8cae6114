// Owns docs/errors.md: every published code with its status and sentences, as a page for people who call the API.
// Refuses to add prose per code: what there is to say belongs into the sentence itself.
import { ERRORS, type ErrorCode } from './error-codes.ts';
import { IMPORT_FAULT_TEXTS } from './import-fault-texts.ts';
import { PLAN_DECISION_TEXTS } from './plan-decision-texts.ts';
import { RULE_TEXTS } from './rule-texts.ts';

const HEAD = `# Errors

Generated from \`packages/schema\`; the codes are published: added to, never renamed. To write this page anew:
\`pnpm --filter @qinghe/schema exec vitest run -u\`.

Every refusal carries a code, a sentence in the caller's language (\`Accept-Language\`: Chinese, or English when it begins
with \`en\`), and the number of the call. It comes in one of two forms:

- **An answer.** What a caller can act on (status 409 and 422, and a few of the others) is the union member
  \`Refusal { code message path }\` of the mutation's result; HTTP says 200.
- **An error.** Everything else stands in \`errors[]\`: \`message\`, \`extensions.code\`, \`extensions.status\`,
  \`extensions.field\` (where the fault lies, e.g. \`input.visits[0].dwelling\`) and \`extensions.requestId\`. When nothing else
  was answered, HTTP has the same status; with 503 it says \`Retry-After\`. Absent and forbidden things look alike.

Mutations with a \`clientEventId\` are safe to repeat after any of them. Braces mark a parameter.
`;

/** The whole page, ending with a line break. */
export function errorsPage(): string {
  const codes = (Object.keys(ERRORS) as ErrorCode[]).toSorted();
  const rules = codes.filter((code) => code in RULE_TEXTS);
  const faults = codes.filter((code) => code in IMPORT_FAULT_TEXTS);
  const plans = codes.filter((code) => code in PLAN_DECISION_TEXTS);
  const known = { ...RULE_TEXTS, ...IMPORT_FAULT_TEXTS, ...PLAN_DECISION_TEXTS };
  const rest = codes.filter((code) => !(code in known));
  return [
    HEAD,
    section('Calls', rest),
    section('Rules of requests and texts', rules),
    section('Plans', plans),
    section('Faults of an import', faults),
  ].join('\n');
}

function section(title: string, codes: readonly ErrorCode[]): string {
  const rows = codes.map(
    (code) => `| \`${code}\` | ${ERRORS[code].status} | ${cell(ERRORS[code].zh)} | ${cell(ERRORS[code].en)} |`,
  );
  return [`## ${title}`, '', '| code | status | 中文 | English |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
