// Every code the API answers with: what went wrong and what to do next, in zh and en. Published; add, never rename.
import { IMPORT_FAULT_TEXTS } from './import-fault-texts.ts';
import { PLAN_DECISION_TEXTS } from './plan-decision-texts.ts';
import { PLAN_FILE_TEXTS } from './plan-file-texts.ts';
import { PLAN_GRID_TEXTS } from './plan-grid-texts.ts';
import { RULE_TEXTS } from './rule-texts.ts';
import { type Language, type Text, type TextParams, fill } from './text.ts';

interface ErrorSpec extends Text {
  readonly status: number;
}

const PLATFORM_ERRORS = {
  BAD_ID: {
    status: 400,
    zh: '编号无效,应为 {expected} 的编号。请从查询结果中取用。',
    en: 'Not a valid id; expected one of {expected}. Take it from a query result.',
  },
  BAD_REQUEST: {
    status: 400,
    zh: '请求无法识别,请检查格式后重试。',
    en: 'The request could not be read. Check its form and try again.',
  },
  BAD_USER_INPUT: {
    status: 400,
    zh: '输入有误,请按提示改正。',
    en: 'The input is not valid. Correct it as described.',
  },
  BAD_PAGE_SIZE: {
    status: 400,
    zh: '每页条数 first 应为 1 到 100,现为 {first}。',
    en: 'first must be 1 to 100; it is {first}.',
  },
  BAD_CURSOR: {
    status: 400,
    zh: '翻页游标无效,请从第一页重新开始。',
    en: 'The cursor is not valid. Start again from the first page.',
  },
  INVALID_TIME: {
    status: 400,
    zh: '时间“{value}”无效,请写成带时区的 ISO 8601,且不晚于现在。',
    en: '"{value}" is not a valid time: write ISO 8601 with an offset, not later than now.',
  },
  INVALID_TEXT: {
    status: 400,
    zh: '文字中含有不能保存的字符。',
    en: 'The text holds characters that cannot be stored.',
  },
  TOO_LONG: { status: 400, zh: '文字太长,最多 {max} 个字。', en: 'The text is too long; at most {max} characters.' },
  GRAPHQL_PARSE_FAILED: { status: 400, zh: 'GraphQL 语句有语法错误。', en: 'The GraphQL document has a syntax error.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    zh: 'GraphQL 语句与模式不符。',
    en: 'The GraphQL document does not fit the schema.',
  },
  QUERY_TOO_LARGE: {
    status: 400,
    zh: '查询太大:最多 {max} 个记号。',
    en: 'The query is too large: at most {max} tokens.',
  },
  QUERY_TOO_DEEP: {
    status: 400,
    zh: '查询嵌套 {depth} 层,最多 {max} 层。',
    en: 'The query is {depth} levels deep; at most {max}.',
  },
  QUERY_TOO_EXPENSIVE: {
    status: 400,
    zh: '查询代价 {cost},最多 {max}。请减少 first 或字段。',
    en: 'The query costs {cost}; at most {max}. Ask for fewer rows or fields.',
  },
  INTROSPECTION_DISABLED: { status: 400, zh: '登录后才能查看模式。', en: 'Sign in to read the schema.' },
  BATCHING_DISABLED: { status: 400, zh: '一次只能发送一个操作。', en: 'Send one operation at a time.' },
  PAYLOAD_TOO_LARGE: { status: 413, zh: '内容太大,最多 {max}。', en: 'The body is too large; at most {max}.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    zh: '请以 application/json(UTF-8)发送。',
    en: 'Send application/json in UTF-8.',
  },
  METHOD_NOT_ALLOWED: { status: 405, zh: '修改数据请用 POST。', en: 'Use POST to change data.' },
  FORBIDDEN_ORIGIN: {
    status: 403,
    zh: '请求来自其他网站,已拒绝。',
    en: 'The request came from another site and was refused.',
  },
  UNAUTHENTICATED: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  FORBIDDEN: { status: 403, zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' },
  NOT_FOUND: { status: 404, zh: '没有找到,或您无权查看。', en: 'Not found, or not yours to see.' },
  SCREEN_READ_ONLY: {
    status: 403,
    zh: '投屏会话只能查看。请先退出投屏。',
    en: 'A big-screen session is read-only. Leave screen mode first.',
  },
  SIGN_IN_FAILED: { status: 401, zh: '用户名或密码不正确。', en: 'The user name or password is not right.' },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    zh: '尝试次数过多,请 {minutes} 分钟后再试。',
    en: 'Too many attempts. Try again in {minutes} minutes.',
  },
  LINK_EXPIRED: {
    status: 400,
    zh: '链接已用过或已过期,请向管理员索取新的。',
    en: 'The link was used or has expired. Ask an administrator for a new one.',
  },
  PASSWORD_TOO_WEAK: { status: 400, zh: '密码至少 {min} 个字符。', en: 'A password needs at least {min} characters.' },
  USERNAME_TAKEN: { status: 409, zh: '用户名“{username}”已被使用。', en: 'The user name "{username}" is taken.' },
  CODE_TAKEN: { status: 409, zh: '社区代码 {code} 已存在。', en: 'The community code {code} exists already.' },
  DEMO_ONLY: { status: 403, zh: '只有演示环境才有此功能。', en: 'This exists in the demo only.' },
  CLOCK_BACKWARDS: { status: 400, zh: '演示时钟只能向前拨。', en: 'The demo clock only moves forward.' },
  IDEMPOTENCY_MISMATCH: {
    status: 422,
    zh: '同一个 clientEventId 已用于另一内容。请换一个新的。',
    en: 'This clientEventId was used with another content. Use a new one.',
  },
  STALE: {
    status: 409,
    zh: '别人刚刚改动过,请看最新情况后再操作。',
    en: 'Someone changed it just now. Look at the latest state and try again.',
  },
  CLOCK_SKEW: {
    status: 422,
    zh: '设备时间比服务器快 {minutes} 分钟,请校准后重试。',
    en: 'The device clock is {minutes} minutes ahead of the server. Correct it and retry.',
  },
  DUPLICATE_DOOR: {
    status: 422,
    zh: '同一户在一次提交中出现两次,请只保留一次。',
    en: 'The same door stands in this call twice. Keep it once.',
  },
  TOO_MANY_VISITS: {
    status: 400,
    zh: '一次最多记录 {max} 户,请分几次提交。',
    en: 'At most {max} doors in one call. Send them in parts.',
  },
  INVALID_GEOMETRY: { status: 400, zh: '图形无效:{detail}', en: 'The geometry is not valid: {detail}' },
  UPLOAD_NOT_FOUND: {
    status: 404,
    zh: '没有找到上传的文件,请重新上传。',
    en: 'The upload was not found. Upload the file again.',
  },
  IMPORT_NOT_READY: {
    status: 422,
    zh: '文件还不能导入:{faults} 处错误,{needs} 项待回答。请在预览中处理后再试。',
    en: 'Not ready to import: {faults} errors, {needs} open questions. Settle them in the preview first.',
  },
  IMPORT_OUTLINE_NOT_ACCEPTED: {
    status: 422,
    zh: '社区边界是推导出来的,请先在地图上看过并确认。',
    en: 'The community outline is a proposal. Look at it on the map and accept it first.',
  },
  IMPORT_GROUND_FAILED: {
    status: 422,
    zh: '无法由这些楼栋划分网格({detail}),数据未改动。请检查坐标基准和边界。',
    en: 'No grids could be derived from these buildings ({detail}); nothing was changed. Check the datum and the outline.',
  },
  IMPORT_PLAN_SCHEDULED: {
    status: 409,
    zh: '方案“{name}”定于 {day} 零时生效,它是按现在的楼栋和单元商定的。请先撤回该方案,或等它生效后再导入。',
    en: 'The plan "{name}" comes in force at 00:00 of {day}; it was agreed on the buildings as they are now. Withdraw it first, or import after that day.',
  },
  IMPORT_TOO_HEAVY: {
    status: 422,
    zh: '文件太复杂,{seconds} 秒内未能读完。请按片区拆分后再导入。',
    en: 'The files could not be read within {seconds} seconds. Split them by area.',
  },
  IMPORT_TOO_MANY_BUILDINGS: {
    status: 422,
    zh: '社区将有 {found} 栋楼,最多 {max} 栋。请按社区拆分文件。',
    en: 'The community would have {found} buildings; at most {max}. Split the files by community.',
  },
  PLAN_TEXT_MISSING: { status: 422, zh: '请写几个字:名称或原因。', en: 'Write a few words: a name or a reason.' },
  PLAN_NOT_EDITABLE: {
    status: 409,
    zh: '这个方案已不在草案阶段,不能修改。请另建草案,或请审核人退回。',
    en: 'This plan is no longer a draft and cannot be changed. Branch a new draft, or ask the reviewer to send it back.',
  },
  PLAN_VERSION_UNKNOWN: {
    status: 409,
    zh: '方案没有这个版本,现为第 {version} 版。请重新载入后再改。',
    en: 'The plan has no such version; it stands at {version}. Load it again, then change it.',
  },
  PLAN_TOO_MANY_OPS: {
    status: 422,
    zh: '一次最多 {ops} 个操作、{entrances} 个单元,请分几次提交。',
    en: 'At most {ops} operations on {entrances} entrances in one call. Send them in parts.',
  },
  PLAN_UNIT_UNKNOWN: {
    status: 422,
    zh: '本社区没有这个单元。请重新载入底图后再改。',
    en: 'The community has no such entrance. Load the ground again, then change the plan.',
  },
  PLAN_LOCKED: {
    status: 422,
    zh: '已被 {by} 锁定,不能移动。请先解锁。',
    en: 'Locked by {by}; it cannot be moved. Unlock it first.',
  },
  PLAN_CONDITION_UNKNOWN: {
    status: 409,
    zh: '这个锁定或豁免已不在方案里,请看最新情况。',
    en: 'The plan has no such lock or exemption any more. Look at its latest state.',
  },
  PLAN_CHECK_NEVER_EXEMPT: {
    status: 422,
    zh: '这一项不能豁免:未归网格的单元、空网格和被破的锁定,须先改好。',
    en: 'This check cannot be exempted: units without a grid, empty grids and broken locks have to be put right.',
  },
  PLAN_LOCK_TOGETHER: {
    status: 422,
    zh: '请至少选两个单元,才能锁在一起。',
    en: 'Choose at least two entrances to keep together.',
  },
  PLAN_LOCK_UNASSIGNED: {
    status: 422,
    zh: '有单元还不在任何网格里,不能锁定在原处。请先划入网格。',
    en: 'An entrance is in no grid yet and cannot be held where it is. Put it in a grid first.',
  },
  PLAN_RULES: {
    status: 422,
    zh: '规则不成立:应为正数,且下限 ≤ 目标 ≤ 上限。',
    en: 'The rules do not hold: positive numbers with least ≤ target ≤ most are expected.',
  },
  PLAN_STEP_ALONE: {
    status: 422,
    zh: '撤销和恢复须单独提交,一次一步。',
    en: 'Undo and redo come alone, one step in a call.',
  },
  PLAN_STEP_UNKNOWN: { status: 422, zh: '方案没有这一步。', en: 'The plan has no such step.' },
  PLAN_STEP_TAKEN: {
    status: 409,
    zh: '这一步已经撤销或恢复过,请看最新情况。',
    en: 'This step was taken back or done again already. Look at the latest state.',
  },
  PLAN_STEP_OVERTAKEN: {
    status: 409,
    zh: '规则或名称后来又改过,不能再撤销这一步。',
    en: 'The rules or the name were changed again since; this step can no longer be taken back.',
  },
  PLAN_NOT_ABANDONABLE: {
    status: 409,
    zh: '已排期、已生效或已作废的方案不能作废。',
    en: 'A plan that is scheduled, has been in force or is abandoned already cannot be abandoned.',
  },
  NOT_AN_IMAGE: {
    status: 400,
    zh: '照片无法识别,请用 JPEG、PNG 或 WebP。',
    en: 'The photo could not be read. Use JPEG, PNG or WebP.',
  },
  CURSOR_TOO_OLD: {
    status: 410,
    zh: '断线太久,请从快照重新开始。',
    en: 'Disconnected for too long. Start again from a snapshot.',
  },
  SUBSCRIPTION_LIMIT: { status: 429, zh: '订阅太多,最多 {max} 个。', en: 'Too many subscriptions; at most {max}.' },
  UNAVAILABLE: {
    status: 503,
    zh: '数据库暂时不可用,请稍后重试;重复提交只记一次。',
    en: 'The database is not available just now. Try again shortly; a repeated call counts once.',
  },
  INTERNAL: {
    status: 500,
    zh: '服务器出错,已记录(编号 {requestId})。',
    en: 'The server failed; it is recorded under {requestId}.',
  },
} as const satisfies Record<string, ErrorSpec>;

/** All codes; rule and import codes are expected outcomes and carry status 422 when thrown. */
export const ERRORS = {
  ...withStatus(RULE_TEXTS),
  ...withStatus(PLAN_DECISION_TEXTS),
  ...withStatus(PLAN_FILE_TEXTS),
  ...withStatus(PLAN_GRID_TEXTS),
  ...withStatus(IMPORT_FAULT_TEXTS),
  ...PLATFORM_ERRORS,
};

export type ErrorCode = keyof typeof ERRORS;
export type { TextParams } from './text.ts';

/** The sentence of a code in the viewer's language. */
export function errorText(code: ErrorCode, language: Language, params: TextParams = {}): string {
  return fill(ERRORS[code], language, params);
}

export function httpStatusOf(code: ErrorCode): number {
  return ERRORS[code].status;
}

function withStatus<Code extends string>(texts: Readonly<Record<Code, Text>>): Record<Code, ErrorSpec> {
  const entries = Object.entries<Text>(texts).map(([code, text]) => [code, { ...text, status: 422 }]);
  return Object.fromEntries(entries) as Record<Code, ErrorSpec>;
}
