// Words of requests: stages, kinds, in the source language.
export const requests = {
  stages: '办理进度',
  stageREPORTED: '上报',
  stageACCEPTED: '受理',
  stageFILED: '立案',
  stageDISPATCHED: '派遣',
  stageIN_PROGRESS: '处置',
  stageREPORTED_BACK: '反馈',
  stageVERIFIED: '核查',
  stageCLOSED: '结案',
  register: '登记',
  empty: '尚无诉求',
  stageDone: '{{stage}},已完成',
  stageCurrent: '{{stage}},进行中',
  stageNext: '{{stage}},未开始',
} as const;
