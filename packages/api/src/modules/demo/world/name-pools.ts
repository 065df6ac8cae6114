// Owns the pools from which invented names are drawn, and the rule for invented phone numbers.
// Refuses names of known officials and of persons in public reports: the characters that would make them are left out of the pools.
import { type KeyPart, hash32, weightedIndex } from './chance.ts';

/** Surnames by rough frequency: an earlier one is drawn more often. */
const SURNAMES = [
  ...'李王张刘陈杨黄周赵徐孙马胡林郭何高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪',
  ...'廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史贺毛郝顾龚邵万覃武钱戴严莫孔向汤',
];
const SINGLE_GIVEN = [...'芳娜敏静丽磊洋艳杰娟涛超霞平刚英华玉兰红健辉斌玲波倩颖琳慧翔晨阳雪梅琴萍岩楠岚珂钰荻'];
const FIRST_GIVEN = [...'建国志文明德永春晓雨子思佳嘉俊海新玉秀桂淑凤美丽金银水家宝立光天长庆世宏宇浩梓欣怡若书诗'];
const SECOND_GIVEN = [...'华平民生林明英兰珍芳梅云霞琴萍莲香荣贵福安康祥和顺成才义仁杰涵轩怡然悦彤瑶妍航宇'];

const SURNAME_WEIGHTS = SURNAMES.map((_, i) => 1 / (i + 6));
const SINGLE_SHARE = 0.32;

/** An invented full name: the same key always gives the same one. Names repeat, as they do in any town. */
export function inventedName(...key: readonly KeyPart[]): string {
  const surname = SURNAMES[weightedIndex(SURNAME_WEIGHTS, 'surname', ...key)] ?? '李';
  const draw = (pool: readonly string[], salt: string) => pool[hash32(salt, ...key) % pool.length] ?? '';
  if (hash32('length', ...key) / 2 ** 32 < SINGLE_SHARE) return surname + draw(SINGLE_GIVEN, 'single');
  return surname + draw(FIRST_GIVEN, 'first') + draw(SECOND_GIVEN, 'second');
}

/** Invented phones: households 19900000000 + n, staff 19910000000 + n, n counted from 1. Nobody else may use the two ranges in the demo. */
export function inventedPhone(kind: 'HOUSEHOLD' | 'STAFF', n: number): string {
  const start = kind === 'HOUSEHOLD' ? 19_900_000_000 : 19_910_000_000;
  return String(start + n);
}
