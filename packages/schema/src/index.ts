// The published contract beside schema.graphql: error codes with their texts in both languages.
export { ERRORS, type ErrorCode, errorText, httpStatusOf, type TextParams } from './error-codes.ts';
export type { Language, Text } from './text.ts';
export type { ImportFaultCode } from './import-fault-texts.ts';
export { PLAN_CHECK_TEXTS } from './plan-check-texts.ts';
export { ATTENTION_TEXTS, ROUTING_REASON_TEXTS, RULE_NOTE_TEXTS } from './rule-texts.ts';
export { fill } from './text.ts';
