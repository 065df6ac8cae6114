// Owns the sentences of the domain's rules: refusals, notes, warnings and the reasons of routing, in zh and en.
// Refuses to decide: the codes come from the api's pure rules. {name} marks a parameter.
import type { Text } from './text.ts';

/** Why a move of a request, or a text, is refused. Codes are part of the published errors. */
export const RULE_TEXTS = {
  ACTION_NOT_AT_STAGE: {
    zh: '诉求在当前环节不能这样操作,请从可用的下一步中选择。',
    en: 'This step does not fit the stage of the request. Choose one of the next steps offered.',
  },
  ACTOR_NOT_ALLOWED: {
    zh: '这一步不由您办理,请联系责任人或书记。',
    en: 'This step is not yours to take. Ask the responsible person or the secretary.',
  },
  ORGANIZATION_REQUIRED: { zh: '请选择派遣给哪个单位。', en: 'Choose the organization to dispatch to.' },
  SAME_ORGANIZATION: {
    zh: '已派给该单位,尚未接单。如需改派,请选择其他单位。',
    en: 'It is already with this organization and not taken yet. To hand it on, choose another one.',
  },
  CREW_REQUIRED: { zh: '请填写到场人数,至少 1 人。', en: 'Give the number of people on the spot, at least 1.' },
  PHOTOS_REQUIRED: {
    zh: '请补充处置前后的照片(已有前 {before} 张、后 {after} 张);不便拍照的请写明原因。',
    en: 'Add photos from before and after (so far {before} before, {after} after), or say why none could be taken.',
  },
  OUTCOME_REQUIRED: { zh: '请选择办理结果后再结案。', en: 'Choose an outcome before closing.' },
  OUTCOME_NOT_AT_STAGE: {
    zh: '尚未处置的诉求只能以无法解决、重复或转交结案。',
    en: 'A request that nobody handled can only be closed as not possible, duplicate or referred.',
  },
  DUPLICATE_OF_REQUIRED: {
    zh: '请选择与哪一件诉求重复(不能是它本身,也不能是另一件重复的)。',
    en: 'Choose the request it duplicates: neither itself nor another duplicate.',
  },
  VERIFICATION_REQUIRED: {
    zh: '结案前需要核查,或记录居民本人的确认。',
    en: 'Before closing, verify it or record the word of the resident.',
  },
  REASON_REQUIRED: { zh: '请写明原因。', en: 'Give a reason.' },
  EXTENSION_NOT_LATER: {
    zh: '延期后的时限应晚于现在和原时限,请重新选择。',
    en: 'The new due time must be later than now and than the old one. Choose again.',
  },
  EXTENSION_PENDING: {
    zh: '已有一个延期申请等待审批,请先等结果。',
    en: 'An extension is already waiting for approval. Wait for that decision first.',
  },
  NO_EXTENSION_PENDING: { zh: '没有等待审批的延期申请。', en: 'No extension is waiting for approval.' },
  OWN_EXTENSION: {
    zh: '不能审批自己提出的延期,请由另一位书记办理。',
    en: 'You asked for this extension yourself. Another secretary has to decide.',
  },
  INVALID_TEXT_NUL: {
    zh: '文字第 {position} 位有不能保存的空字符,请删除后重试。',
    en: 'The text holds a NUL character at {position}. Remove it and try again.',
  },
  INVALID_TEXT_SURROGATE: {
    zh: '文字中有残缺的字符,请重新输入。',
    en: 'The text holds half a character. Type it again.',
  },
  INVALID_TEXT_BLANK: { zh: '请写几个字说明情况。', en: 'Write a few words about the matter.' },
  PERSONAL_ID_IN_TEXT: {
    zh: '文字中有身份证号,请删除后再提交;办理诉求不需要它。',
    en: 'The text holds a resident id number. Remove it: a request does not need one.',
  },
  PHONE_INVALID: {
    zh: '电话号码无效,请填 11 位手机号,或带区号的座机号。',
    en: 'Not a valid phone number. Give a mobile number of 11 digits, or a landline with its area code.',
  },
} as const satisfies Record<string, Text>;

/** Told beside a result, refusing nothing. */
export const RULE_NOTE_TEXTS = {
  DIRECTION_MARKS_REMOVED: {
    zh: '已删除 {count} 个会改变文字方向的隐藏字符。',
    en: 'Hidden characters that change the reading direction were removed: {count}.',
  },
  CALENDAR_YEAR_WITHOUT_DATA: {
    zh: '{year} 年的节假日尚未录入,时限暂按周一至周五计算。',
    en: 'The public holidays of {year} are not known yet; due times count Monday to Friday for now.',
  },
} as const satisfies Record<string, Text>;

/** 为什么派给 TA: the reasons stored with a request, in the order they applied. */
export const ROUTING_REASON_TEXTS = {
  BY_ENTRANCE: { zh: '此单元有专人负责。', en: 'This entrance has its own worker.' },
  BY_BUILDING: { zh: '此楼栋有专人负责。', en: 'This building has its own worker.' },
  BY_GRID: { zh: '由所在网格的网格员负责。', en: 'The worker of this grid is responsible.' },
  TEMPORARY_FIRST: { zh: '临时安排优先于长期安排。', en: 'A temporary assignment comes before a permanent one.' },
  LATEST_FIRST: { zh: '同级安排中以最近开始的为准。', en: 'Of equal assignments the latest one holds.' },
  WIDER_SCOPE_YIELDS: { zh: '范围更小的安排优先。', en: 'The narrower assignment comes first.' },
  OFF_DUTY: { zh: '责任人已下班,责任不变。', en: 'The responsible person is off duty and stays responsible.' },
  ON_CALL_ADDED: { zh: '同时通知值班人员。', en: 'The person on call is told as well.' },
  NOBODY_ON_CALL: { zh: '此时无人值班。', en: 'Nobody is on call at this hour.' },
  NOBODY_ASSIGNED: {
    zh: '此处尚未安排责任人,请书记指定。',
    en: 'Nobody is assigned here; the secretary has to name someone.',
  },
} as const satisfies Record<string, Text>;

/** What a row of the attention list 需要处理 says. */
export const ATTENTION_TEXTS = {
  RESPONSE_OVERDUE: { zh: '超时未受理。', en: 'Not accepted in time.' },
  DISPATCH_NOT_TAKEN: { zh: '派遣后无人接单。', en: 'Dispatched, and nobody took it.' },
  REQUEST_OVERDUE: { zh: '超时未办结。', en: 'Not finished in time.' },
} as const satisfies Record<string, Text>;
