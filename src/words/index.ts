import { app } from './zh-CN/app'
import { dates } from './zh-CN/dates'
import { decisions } from './zh-CN/decisions'
import { errors } from './zh-CN/errors'
import { faults } from './zh-CN/faults'
import { home } from './zh-CN/home'
import { joining, setUp } from './zh-CN/joining'
import { keeping } from './zh-CN/keeping'
import { looks } from './zh-CN/looks'
import { myData } from './zh-CN/myData'
import { pictures } from './zh-CN/pictures'
import { privacy } from './zh-CN/privacy'
import { records } from './zh-CN/records'
import { register } from './zh-CN/register'
import { registration } from './zh-CN/registration'
import { responsible } from './zh-CN/responsible'
import { updates } from './zh-CN/updates'
import { waiting } from './zh-CN/waiting'

/** Every sentence shown to a person, but those that only staff read (`./staff`). */
export const words = {
  app,
  dates,
  decisions,
  errors,
  faults,
  home,
  joining,
  keeping,
  looks,
  myData,
  pictures,
  privacy,
  records,
  register,
  registration,
  responsible,
  setUp,
  updates,
  waiting,
}

export type { Happening, Reader } from './zh-CN/happening'
