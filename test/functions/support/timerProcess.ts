/** A local cloud in a process of its own, which fires one timer: whoever starts it may kill it. */
import { inRoot } from '../../../config/root'
import { startCloud } from '../../../local/cloud'
import { demoMiniProgram } from '../../../local/demo/miniProgram'

async function main([data = '', name = '']: string[]): Promise<void> {
  const cloud = await startCloud({
    functions: inRoot('dist/cloudfunctions'),
    data,
    database: inRoot('config/database.json'),
    port: 0,
    miniProgram: demoMiniProgram,
  })
  await cloud.fireTimer(name)
  await cloud.stop()
}

void main(process.argv.slice(2))
