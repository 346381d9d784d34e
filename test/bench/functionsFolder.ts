import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../config/root'
import { builtFunctions } from './keys'

/** The project's functions beside those of the bench, under their own names. */
export function gatherFunctions(folder: string): string {
  mkdirSync(folder)
  for (const source of [builtFunctions, inRoot('test/bench/functions')])
    for (const name of readdirSync(source)) symlinkSync(join(source, name), join(folder, name))
  return folder
}
