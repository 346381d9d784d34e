import type { Level } from '@contract/roles'
import { CODE_HOURS } from '@contract/staff'

/** How the first administrator begins. */
export const setUp = {
  intro: '给第一位管理员用，只能做一次。设置码由安装这套系统的人告诉您。',
  code: '设置码',
  name: '您的姓名',
  phone: '您的手机号',
  top: '这套系统用在',
  topLevel: { district: '一个区', street: '一个街道' } satisfies Partial<Record<Level, string>>,
  topName: { district: '区的名称', street: '街道的名称' } satisfies Partial<Record<Level, string>>,
  topPlaceholder: { district: '例如：锦江区', street: '例如：城关街道' } satisfies Partial<
    Record<Level, string>
  >,
  send: '完成设置',
  doneTitle: (place: string) => `${place}已经设好`,
  doneHint: '您是第一位管理员。接下来建好社区、网格和小区，再请同事加入。',
}

/** How somebody becomes staff. */
export const joining = {
  enterCode: '邀请码',
  enterHint: '同事发给您的 24 位字母和数字。收到二维码的话，用微信扫一下就行。',
  look: '查看邀请',
  offer: (place: string, role: string) => `请您加入${place}，做${role}`,
  by: (who: string) => `${who}邀请您`,
  until: (moment: string) => `${moment}前有效，只能接受一次`,
  public: '工作人员的姓名和手机号会给居民看，方便大家核对来电的人。请写真实的。',
  name: '您的姓名',
  phone: '工作手机号',
  send: '接受邀请',
  voidTitle: '这个邀请用不了',
  otherCode: '换一个邀请码',
  tooOftenTitle: '试的次数太多了',
  tooOften: `请过 ${CODE_HOURS} 小时再试。`,
  welcome: (name: string) => `${name}，欢迎加入`,
  welcomeWhat: '从现在起，首页会显示您要做的事。',
}
