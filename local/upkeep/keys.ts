import { randomBytes } from 'node:crypto'
import { changeSecrets } from '../functions/secrets'

const KEYS = ['SHOUWANG_SEAL_KEY', 'SHOUWANG_HASH_KEY']

const changeKeys = (data: string, change: (keys: string) => string): void =>
  changeSecrets(data, (value, name) => (KEYS.includes(name) ? change(value) : value))

/** Puts new keys before those of a data folder; where that has been done before, it stays so. */
export const addNewKeys = (data: string): void =>
  changeKeys(data, (keys) => (keys.includes(',') ? keys : `${randomBytes(32).toString('base64url')},${keys}`))

/** Leaves the current keys only: whatever another has sealed can never be read again. */
export const removeOlderKeys = (data: string): void => changeKeys(data, (keys) => keys.split(',')[0] ?? '')
