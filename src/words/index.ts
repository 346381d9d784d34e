import { app } from './zh-CN/app'
import { dates } from './zh-CN/dates'
import { errors } from './zh-CN/errors'
import { faults } from './zh-CN/faults'
import { home } from './zh-CN/home'
import { pictures } from './zh-CN/pictures'
import { records } from './zh-CN/records'
import { register } from './zh-CN/register'
import { registration } from './zh-CN/registration'
import { staff } from './zh-CN/staff'

/** Every sentence shown to a person. */
export const words = { app, dates, errors, faults, home, pictures, records, register, registration, staff }

export type { Happening, Reader } from './zh-CN/registration'
