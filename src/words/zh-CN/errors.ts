import type { CallErrorCode } from '@/services/api'

interface Sentence {
  title: string
  whatToDo: string
}

/** Why a screen could not be shown or something could not be sent, and what the person can do. */
export const errors: Record<CallErrorCode, Sentence> = {
  offline: { title: '连不上网', whatToDo: '请看看手机信号或无线网络，然后再试一次。' },
  internal: { title: '系统出了点问题', whatToDo: '请过一会儿再试。还不行的话，请打电话给社区。' },
  unknownAction: { title: '这个版本太旧了', whatToDo: '请关掉小程序，重新打开。' },
  invalidInput: { title: '有几处需要改一下', whatToDo: '请看标出来的地方，改好后再发送。' },
  notIdentified: { title: '没有认出您的微信', whatToDo: '请关掉小程序，重新打开。' },
  notAllowed: { title: '您不能做这件事', whatToDo: '如果您觉得应该可以，请联系您的社区。' },
  notFound: { title: '没有找到', whatToDo: '它可能不归您查看，或者地址不对。' },
  changedMeanwhile: { title: '刚才有人先处理了', whatToDo: '请看最新的情况，再决定怎么做。' },
  notYourOwn: {
    title: '这件事要由另一位干部来办',
    whatToDo: '自己提出的要由别人确认，自己决定的要由别人复核。请联系另一位干部。',
  },
  appealClosed: {
    title: '这个决定不能再申诉了',
    whatToDo: '申诉要在决定后 7 天内提出，一个决定只有一次。有疑问请打电话给社区。',
  },
  eventNotAllowed: { title: '现在不能这样做', whatToDo: '情况已经变了，请看最新的状态。' },
  submissionTaken: {
    title: '这份内容之前已经收到',
    whatToDo: '请不要再发。回到上一页，找到已经收到的那一份；要改的话，在那里改。',
  },
  tooOften: { title: '已经改了很多次', whatToDo: '还要改的话，请打电话给社区。' },
  alreadySetUp: { title: '已经设置过了', whatToDo: '首次设置只能做一次。请联系您的管理员。' },
}
