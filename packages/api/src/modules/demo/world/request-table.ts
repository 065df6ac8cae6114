// Owns what the invented residents ask: categories with their frequency, course and wording.
// Refuses clocks: the norms own them. `finishHours` is here only to shape courses, and a test holds it to the norms.

export type RequestKindWord = 'URGENT' | 'HARD' | 'WORRY';

export interface RequestTemplate {
  readonly kind: RequestKindWord;
  /** Relative frequency on a dry day, and by how much rain multiplies it. */
  readonly weight: number;
  readonly inRain: number;
  /** Hours from the call to the closing, when all goes well. */
  readonly courseHours: readonly [number, number];
  /** Clock of the norms, in calendar hours; `null` where it runs in working hours and the course stays well within. */
  readonly finishHours: number | null;
  /** Share solved in the grid without the property firm. */
  readonly inGridShare: number;
  readonly texts: readonly string[];
  readonly solved: string;
}

/** Codes as in the norms of a community. */
export const REQUEST_TABLE = {
  SEWAGE: {
    kind: 'URGENT',
    weight: 5,
    inRain: 4,
    courseHours: [0.7, 3.4],
    finishHours: null,
    inGridShare: 0,
    texts: ['厨房地漏返水', '卫生间下水堵了,水往外冒', '楼下污水井满了,有味道', '隔壁的污水流到我家来了'],
    solved: '已疏通,排水正常',
  },
  WATER_LEAK: {
    kind: 'URGENT',
    weight: 8,
    inRain: 2.2,
    courseHours: [2, 13],
    finishHours: 24,
    inGridShare: 0.05,
    texts: ['楼上漏水,卧室天花板湿了一块', '水表后面的管子渗水', '外墙渗水,窗边墙皮起泡', '水管井里有滴水声'],
    solved: '漏点已处理,观察无渗水',
  },
  UTILITIES: {
    kind: 'URGENT',
    weight: 8,
    inRain: 1.2,
    courseHours: [1, 13],
    finishHours: 24,
    inGridShare: 0.1,
    texts: ['家里突然停电,邻居有电', '水压太小,热水器点不着', '燃气表不走字,想请人看看', '电表箱有异响'],
    solved: '已恢复正常使用',
  },
  LIFT: {
    kind: 'URGENT',
    weight: 7,
    inRain: 1,
    courseHours: [1, 13],
    finishHours: 24,
    inGridShare: 0,
    texts: ['电梯平层不准,有异响', '电梯按键失灵', '电梯停在一楼不动了', '电梯里灯不亮'],
    solved: '维保已到场处理,试运行正常',
  },
  LIGHTING: {
    kind: 'WORRY',
    weight: 9,
    inRain: 1,
    courseHours: [12, 110],
    finishHours: 168,
    inGridShare: 0.1,
    texts: ['楼道灯全灭,老人上下楼看不见', '单元门口的灯一闪一闪', '七楼声控灯坏了', '车棚没有灯'],
    solved: '灯具已更换',
  },
  SANITATION: {
    kind: 'WORRY',
    weight: 9,
    inRain: 0.8,
    courseHours: [8, 95],
    finishHours: 168,
    inGridShare: 0.2,
    texts: ['楼道堆了旧家具,过不去', '垃圾桶满了没人收', '单元门口有狗粪', '绿化带里有建筑垃圾'],
    solved: '已清理干净',
  },
  NOISE: {
    kind: 'WORRY',
    weight: 8,
    inRain: 0.7,
    courseHours: [2, 80],
    finishHours: 168,
    inGridShare: 0.85,
    texts: ['楼上半夜拖椅子', '广场舞音量太大', '隔壁中午装修', '楼下水泵嗡嗡响,睡不着'],
    solved: '已上门协调,双方认可',
  },
  PARKING: {
    kind: 'WORRY',
    weight: 8,
    inRain: 0.8,
    courseHours: [10, 120],
    finishHours: 168,
    inGridShare: 0.4,
    texts: ['消防通道停了车', '电动车停在单元门里', '固定车位被占了', '东门口车辆乱停,轮椅出不去'],
    solved: '已挪车并劝导',
  },
  NEIGHBOURS: {
    kind: 'HARD',
    weight: 5,
    inRain: 1,
    courseHours: [70, 290],
    finishHours: 360,
    inGridShare: 0.95,
    texts: ['和楼上因为漏水赔偿谈不拢', '邻居在过道装了鞋柜', '对门的门禁摄像头正对我家', '晾衣滴水,吵了几次'],
    solved: '调解达成一致',
  },
  CARE_HELP: {
    kind: 'HARD',
    weight: 8,
    inRain: 1.2,
    courseHours: [2, 60],
    finishHours: 168,
    inGridShare: 0.9,
    texts: ['老人一个人在家,想请人帮忙买菜', '想请人帮忙取药', '想申请送餐', '轮椅坏了,能不能借一个'],
    solved: '已上门帮办',
  },
  SAFETY: {
    kind: 'URGENT',
    weight: 3,
    inRain: 1.3,
    courseHours: [0.4, 1.6],
    finishHours: 2,
    inGridShare: 0.3,
    texts: ['楼道有烧焦味', '有人在家门口给电动车充电', '外墙砖松了,怕掉下来', '消防门打不开'],
    solved: '隐患已排除',
  },
  PUBLIC_FACILITY: {
    kind: 'WORRY',
    weight: 7,
    inRain: 1,
    courseHours: [30, 140],
    finishHours: 168,
    inGridShare: 0.15,
    texts: ['单元门禁坏了', '健身器材松动', '雨棚破了', '休息长椅断了一块板'],
    solved: '已修复',
  },
  POLICY_ADVICE: {
    kind: 'WORRY',
    weight: 8,
    inRain: 0.9,
    courseHours: [0.5, 30],
    finishHours: 168,
    inGridShare: 1,
    texts: ['公租房续租要带什么材料', '居住证怎么办', '高龄津贴在哪里申请', '医保怎么转'],
    solved: '已解答并告知材料清单',
  },
  OTHER: {
    kind: 'WORRY',
    weight: 4,
    inRain: 1,
    courseHours: [6, 110],
    finishHours: 168,
    inGridShare: 0.7,
    texts: ['快递柜打不开', '想借会议室办邻里聚会', '家里钥匙忘带了', '想报名志愿者'],
    solved: '已办理',
  },
} as const satisfies Record<string, RequestTemplate>;

export type RequestCategory = keyof typeof REQUEST_TABLE;

/** All codes, in the order of the table. */
export const REQUEST_CATEGORIES = Object.keys(REQUEST_TABLE) as RequestCategory[];

/** The template of a category, with the widened type that code works on. */
export function templateOf(category: RequestCategory): RequestTemplate {
  return REQUEST_TABLE[category];
}
