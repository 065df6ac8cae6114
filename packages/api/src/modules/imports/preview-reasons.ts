// Owns the sentences that say why a datum or an encoding is proposed. Refuses to decide either.
import { fill, type Language, type Text } from '@qinghe/schema';
import type { DatumProposal, DatumReason } from './datum.ts';
import type { EncodingFinding, EncodingReason } from './encoding.ts';

const ANSWERED: Text = { zh: '由您选定。', en: 'You chose it.' };

const DATUM_REASONS: Readonly<Record<DatumReason, Text>> = {
  PRJ: { zh: '.prj 文件写明:{label}。', en: 'The .prj file says: {label}.' },
  CRS_MEMBER: { zh: '文件的 crs 写明:{label}。', en: 'The crs member of the file says: {label}.' },
  UNDECLARED_DEGREES: {
    zh: '文件没有写明坐标基准,数值像经纬度,先按 WGS 84 显示。请在地图上核对位置后选择。',
    en: 'The file declares no datum; the figures look like degrees and are shown as WGS 84. Compare them with the map, then choose.',
  },
  UNDECLARED_METRES: {
    zh: '文件没有写明投影,数值像米。请选择投影(EPSG 编号)。',
    en: 'The file declares no projection; the figures look like metres. Choose the projection by its EPSG code.',
  },
  DECLARED_UNUSABLE: {
    zh: '文件写明的坐标基准无法识别:{label}。请选择。',
    en: 'The declared datum is not understood: {label}. Choose one.',
  },
};

const ENCODING_REASONS: Readonly<Record<EncodingReason, Text>> = {
  ANSWERED,
  ASCII_ONLY: { zh: '只有英文字母和数字,各种编码相同。', en: 'Letters and digits only; every encoding agrees.' },
  BYTE_ORDER_MARK: { zh: '文件开头有编码标记。', en: 'The file begins with a mark.' },
  VALID_UTF8: { zh: '全部字节都符合 UTF-8。', en: 'All bytes are valid UTF-8.' },
  COMMON_CHARACTERS: { zh: '按此编码读出的都是常用字。', en: 'Read so, the characters are common ones.' },
  DECLARED: { zh: '按 .cpg 或文件头的说明。', en: 'As the .cpg or the header says.' },
  STATISTICS: { zh: '按字节分布推测,请核对样例。', en: 'Guessed from the bytes. Check the sample rows.' },
};

/** @param provisional nobody has said yet that the proposal is right */
export function datumReason(
  { reason, label, needsAnswer }: DatumProposal,
  provisional: boolean,
  language: Language,
): string {
  return fill(needsAnswer && !provisional ? ANSWERED : DATUM_REASONS[reason], language, { label });
}

export function encodingReason({ reason }: EncodingFinding, language: Language): string {
  return fill(ENCODING_REASONS[reason], language, {});
}
