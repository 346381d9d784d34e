import type { Level } from '@contract/roles'

const tree = {
  mine: '我负责的地点',
  backToMine: '回到我负责的地点',
  code: (code: string) => `编号 ${code}`,
  below: '下面的地方',
  nothingBelow: '下面还没有地方。可以一个一个添加，也可以导入表格。',
  open: (name: string) => `打开${name}`,
  people: '负责人',
  nobody: '还没有人',
  above: '上级',
  dutyFrom: (duty: string, place: string) => `${duty}（沿用${place}的）`,
  set: '设置',
  setDuty: (duty: string) => `设置${duty}`,
  movingTitle: '正在更新',
  moving: '里面的地方和事项正在一批一批地跟上，一般几分钟就好。这段时间，有的事项还会按原来的地方显示。',
}

/** Buttons below a place. */
const tools = {
  label: '可以做的事',
  add: '添加下级',
  rename: '改名',
  move: '移动',
  merge: '合并',
  remove: '删除',
  poster: '打印二维码',
  import: '导入表格',
}

const done = {
  add: '已添加',
  rename: '已改名',
  move: '已移动',
  merge: '已合并',
  remove: '已删除',
  appoint: '已保存',
}

const node = {
  level: '添加什么',
  name: '名称',
  namePlaceholder: {
    district: '例如：锦江区',
    street: '例如：城关街道',
    community: '例如：春晓社区',
    grid: '例如：第一网格',
    compound: '例如：阳光小区',
    building: '例如：3 号楼',
    unit: '例如：2 单元',
    household: '例如：301',
  } satisfies Record<Level, string>,
  code: '编号',
  codeHint: '单位表格里的编号，没有可以不写。只用字母、数字、横线。',
  now: (name: string) => `现在叫“${name}”。`,
}

const add = {
  title: (place: string) => `在${place}下面添加`,
  willDo: '添加后，居民登记时马上可以选到它。负责人先沿用上级的，可以再设置。',
  send: (level: string) => `添加这个${level}`,
  taken: '刚才那一次已经添加成功，下面列出来了。要把现在写的也添加，请再点一次。',
}

const rename = {
  title: '改名',
  willDo: '里面的地方和这里的事项都会跟着用新名字，以前的经过不会改。门口贴的二维码照样能用，不用重贴。',
  send: '改成新名字',
}

const pick = {
  start: '我的地点',
  nothing: '这里没有可以选的地方。可以点上面的名字，到别处找。',
  goDeeper: { move: '点一下往下找', merge: '点一下往下找，找到要并入的那一个' },
  here: (place: string) => `移到${place}`,
  alreadyHere: (place: string) => `它现在就在${place}，请选别的地方`,
  again: '重新选',
  to: '移到',
  into: '并入',
}

/** 4 个楼栋, 12 处地方, '' when there is nothing inside. */
const inside = (count: number, level: string | null): string =>
  count === 0 ? '' : level ? `${count} 个${level}` : `${count} 处地方`

const move = {
  title: (place: string) => `把${place}移到哪里`,
  willDo: (place: string, insideIt: string) =>
    insideIt ? `${place}、里面的 ${insideIt}和它们的事项会一起移过去。` : `${place}和它的事项会一起移过去。`,
  hands: '移过去后，事项归新地方的工作人员处理，原来的工作人员就看不到了。以前的经过不会改。',
  code: '门口贴的二维码照样能用，不用重贴。',
  send: (place: string) => `确定移到${place}`,
}

const merge = {
  title: (place: string) => `把${place}并入哪里`,
  willDo: (place: string, into: string, insideIt: string) =>
    insideIt
      ? `${place}里面的 ${insideIt}和所有事项会归到${into}，${place}不再存在。`
      : `${place}的事项会归到${into}，${place}不再存在。`,
  cannotUndo: '合并后不能分开，请想好再做。以前的经过不会改。',
  code: (place: string, into: string) => `${place}门口贴的二维码照样能用，扫了会打开${into}。`,
  send: (into: string) => `确定并入${into}`,
}

const remove = {
  title: '删除',
  willDo: (place: string) =>
    `${place}会从地点里去掉，居民登记时不能再选。贴过二维码的话，扫了会打开它的上一级。`,
  onlyEmpty: '只有里面没有地方、没有事项、也没有工作人员时才能删除。有的话，请用“移动”或“合并”。',
  send: (place: string) => `确定删除${place}`,
}

const appoint = {
  title: (duty: string) => `设置${duty}`,
  willDo: (place: string) => `居民会看到这个人的姓名和电话。${place}里面没有另外设置的地方，也跟着用。`,
  now: (name: string, phone: string) => `现在是 ${name} ${phone}`,
  inherited: (name: string, place: string) => `现在沿用${place}的 ${name}`,
  from: '从哪里找',
  fromStaff: '工作人员',
  fromElsewhere: '别的人',
  who: '由谁负责',
  noStaff: '这里还没有工作人员，请选“别的人”自己填。',
  name: '姓名',
  phone: '电话',
  send: '保存',
  clear: '不再单独设置',
  clearNote: '不单独设置的话，就沿用上级的。',
}

const poster = {
  heading: '返乡、来访，请扫码登记',
  steps: ['打开微信，点右上角的“＋”，点“扫一扫”', '把手机对准上面的码', '照着问题填，最后点“发送登记”'],
  noPhone: '不会用手机？打电话，社区帮您登记',
  caller: (name: string, duty: string) => `${duty} ${name}`,
  picture: (place: string) => `${place}的二维码`,
  foot: '登记免费，不收任何费用，也不问银行卡和验证码',
  print: '打印',
  printHint: '请用 A4 纸竖着打印。',
  save: '保存到相册',
  saveOf: (place: string) => `把${place}的二维码保存到相册`,
  saved: '已保存到相册',
  inWeChat:
    '微信里不能直接打印。请把二维码保存到相册，发到电脑上打印，贴在门口。存下来的图上没有地方的名字，打印后请写上，以免贴错。',
  notAllowedTitle: '微信没有存照片的权限',
  notAllowed: '请点下面的按钮，打开“添加到相册”，再保存一次。',
  openSetting: '去打开权限',
  notAgreedTitle: '您没有同意，没有存进相册',
  notAgreed: '可以截一张图发到电脑上打印；改主意了，过十秒再点一次保存。',
  failedTitle: '没有保存成功',
  failed: '请看看手机存储空间够不够，再试一次。',
  inside: (insideIt: string) => `里面的 ${insideIt}，也一张一张列出来`,
  onlyThis: '只看这一张',
}

export const places = {
  tree,
  tools,
  done,
  node,
  add,
  rename,
  pick,
  inside,
  move,
  merge,
  remove,
  appoint,
  poster,
}
