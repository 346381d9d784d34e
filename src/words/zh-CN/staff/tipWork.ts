import type { DayPart } from '@contract/letterbox'
import { tipDeeds } from './tipDeeds'
import { tipHappened } from './tipHappened'
import { tips } from './tips'

/** In order, for whoever goes there. Nothing that is said at a door gives away that somebody has told of it. */
const steps = {
  title: '去的时候',
  before: '先看下面「这里已知的情况」，问过的不用再问。',
  greet: '敲门这样说：「您好，社区例行走访，看看大家最近怎么样。」',
  askReturn: '顺着问：家里几口人，最近有没有人从外地回来，身体好不好。',
  askOther: '先在外面看一看。没有的事，不用敲门。',
  plate: '看到车，先问物业或门岗是什么时候开进来的。',
  kind: '不管是不是，都客气地谢谢对方。',
  never: '不说、也不承认有人反映；这一页不给别人看。',
}

const dayParts: Record<DayPart, string> = {
  night: '夜里',
  morning: '上午',
  noon: '中午',
  afternoon: '下午',
  evening: '晚上',
}

/** The page of one tip. */
export const tipWork = {
  ...tips,
  ...tipDeeds,
  steps,
  happened: tipHappened,
  received: (moment: string) => `${moment} 收到`,
  unchecked: { title: '这段文字没有经过自动检查', body: '如果有骂人或泄露隐私的话，不要转给别人。' },
  told: '看到的',
  seenOn: (day: string, part: string) => `${day}${part} 看到`,
  dayParts,
  plate: '车牌',
  hasWhere: '写了具体位置，「查看完整信息」后可见。',
  masked: '号码已隐去一部分。',
  picture: '提供的人拍的照片',
  pictureNotShown: '图片现在打不开，请下拉刷新',
  revealed: {
    title: '下面是完整信息',
    body: '已记录。离开这一页后重新隐去。',
    plate: '车牌',
    where: '具体位置',
    additions: '补充',
    none: '没有填',
  },
  known: {
    title: '这里已知的情况',
    none: '没有登记、住户和以前的线索。',
    registrations: '登记过的',
    households: '住户',
    tips: '以前的线索',
    from: (region: string) => `从 ${region}`,
    family: (name: string) => `${name}家`,
    people: (count: number) => `${count} 口人`,
    reported: (day: string) => `${day}报备过`,
    notReported: '没有报备过',
    samePlate: '同一车牌',
    openRegistration: (name: string) => `查看${name}的登记`,
    openHousehold: (name: string) => `查看${name}家`,
    openTip: (kind: string, moment: string) => `查看 ${moment} 的线索：${kind}`,
  },
  similar: {
    title: '可能是同一件事',
    joined: '已合并进来的',
    sameWhere: '同一位置',
    likeness: (percent: number) => `文字相近 ${percent}%`,
    join: '合并',
    joinLabel: (moment: string) => `和 ${moment} 的合并`,
    open: '打开',
    openLabel: (moment: string) => `打开 ${moment} 的线索`,
  },
  join: {
    title: '合并成一件事',
    hint: '先收到的那条继续处理。两张回执都还有效，都能看到结果；弄错了可以再分开。',
    stays: '留下来处理',
    goes: '合并进去',
    send: '确定合并',
    done: '已合并',
  },
  into: { title: '已经合并到另一条线索', body: '在那一条里处理。', open: '打开那一条' },
  dispatch: {
    title: tipDeeds.event.dispatch,
    hint: '选得越具体，越能派给对的人。选好后重新提醒负责那里的人。',
    missing: '请选一个地方',
    words: '交代几句',
    placeholder: '例如：车停在地下车库',
    send: (place: string) => `派到${place}`,
    sendWithout: '改派',
  },
  lead: {
    title: tipDeeds.event.lead,
    hint: '选这条线索说的那份登记。',
    which: '哪一份',
    send: '就是这一份',
  },
  follow: {
    title: '属实，还没有登记',
    body: '知道的已经填进登记表，请和本人核对。',
    revealFirst: '先「查看完整信息」，门牌和车牌也会填进登记表。',
    register: '登记这户人家',
    led: '已有对应的登记',
    open: '查看登记',
  },
  malice: {
    suspected: {
      title: '去的人觉得可能是恶意',
      body: '请干部看。要两位干部都认为是，才算数；拿不准就选「不是恶意」。',
    },
    accused: {
      title: '一位干部认为是恶意',
      body: '要另一位干部确认。确认以前，提供的人不会知道。',
    },
    appealed: { title: '提供的人不同意', body: '请没有经手过的干部复核。看他写的理由，在下面「经过」里。' },
  },
  hold: '暂缓删除这条线索',
}
