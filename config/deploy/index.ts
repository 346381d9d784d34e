/** `npm run deploy -- --env ENV [--dry-run] [--keys add|use|drop]`: docs/operations.md. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import CloudBase from '@cloudbase/manager-node'
import { StartRefusal } from '../../local/startRefusal'
import { readOwnVariables } from '../ownVariables'
import { showProgress } from '../progress'
import { inRoot } from '../root'
import { buildIfChanged } from '../targets'
import type { Cloud } from './cloud'
import { openCloudBase } from './cloudbase'
import { changeKeys, deploy } from './deploy'
import { turns, type Turn } from './rotation'
import { readWanted } from './wanted'

const usage = 'Usage: npm run deploy -- --env ENV [--dry-run] [--keys add|use|drop]'

const functions = inRoot('dist/cloudfunctions')

interface Words {
  env?: string
  isDry: boolean
  keys?: Turn
}

function readWords(words: string[]): Words {
  const options = {
    env: { type: 'string' },
    'dry-run': { type: 'boolean' },
    keys: { type: 'string' },
  } as const
  try {
    const { env, 'dry-run': isDry = false, keys } = parseArgs({ args: words, options }).values
    const turn = turns.find((one) => one === keys)
    if (keys === undefined || turn) return { env, isDry, keys: turn }
  } catch (error) {
    throw new StartRefusal(`${(error as Error).message}. ${usage}`)
  }
  throw new StartRefusal(usage)
}

/** undefined for a dry run without a key: it needs none, but then it sees nothing. */
function openCloud({ env: envId, isDry, keys }: Words): Cloud | undefined {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env
  if (secretId && secretKey && envId) {
    const { TENCENTCLOUD_SESSIONTOKEN: token, TENCENTCLOUD_REGION: region } = process.env
    return openCloudBase(new CloudBase({ secretId, secretKey, token, region, envId }), functions)
  }
  if (isDry && !keys) return undefined
  if (!envId)
    throw new StartRefusal(
      `The id of the cloud environment is missing (WeChat's developer tools, 云开发): ${usage}`,
    )
  throw new StartRefusal(
    'The key of the Tencent Cloud account is missing: set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY, in the ' +
      'environment or in .env (console.cloud.tencent.com/cam/capi, 新建密钥).',
  )
}

async function main(): Promise<boolean> {
  readOwnVariables()
  const words = readWords(process.argv.slice(2))
  const cloud = openCloud(words)
  const built = await showProgress('build the functions', (say) => buildIfChanged('functions', say))
  if (!built.ok) return false
  const say = (line: string): void => console.log(line)
  if (!cloud) say('Without an environment and a key, compared with an empty environment:')
  const wanted = readWanted(functions, inRoot('config/database.json'), process.env)
  const draw = (bytes: number): string => randomBytes(bytes).toString('base64url')
  const surroundings = { wanted, cloud, draw, say }
  return words.keys ? changeKeys(words.keys, words.isDry, surroundings) : deploy(words.isDry, surroundings)
}

main()
  .then((isGood) => process.exit(isGood ? 0 : 1))
  .catch((error: unknown) => {
    console.error(error instanceof StartRefusal ? error.message : error)
    process.exit(1)
  })
