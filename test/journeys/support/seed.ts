/** Run as a program: fills the folder it is given with the demonstration. */
import { join } from 'node:path'
import { seedDemo } from '../../../local/demo'

const root = join(__dirname, '../../..')

seedDemo({
  data: process.argv[2] as string,
  functions: join(root, 'dist/cloudfunctions'),
  database: join(root, 'config/database.json'),
})
