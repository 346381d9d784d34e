import { app } from './zh-CN/app'
import { dates } from './zh-CN/dates'
import { decisions } from './zh-CN/decisions'
import { errors } from './zh-CN/errors'
import { faults } from './zh-CN/faults'
import { home } from './zh-CN/home'
import { keeping } from './zh-CN/keeping'
import { looks } from './zh-CN/looks'
import { myData } from './zh-CN/myData'
import { people } from './zh-CN/people'
import { pictures } from './zh-CN/pictures'
import { placeImport } from './zh-CN/placeImport'
import { places } from './zh-CN/places'
import { records } from './zh-CN/records'
import { register } from './zh-CN/register'
import { registration } from './zh-CN/registration'
import { staff } from './zh-CN/staff'

/** Every sentence shown to a person. */
export const words = {
  app,
  dates,
  decisions,
  errors,
  faults,
  home,
  keeping,
  looks,
  myData,
  people,
  pictures,
  placeImport,
  places,
  records,
  register,
  registration,
  staff,
}

export type { Happening, Reader } from './zh-CN/registration'
