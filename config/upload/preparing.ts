/** How the mini-program is uploaded, or what is missing for that. */
export type Prepared =
  | { ok: true; appid: string; keyFile: string; version: string; description: string; robot: number }
  | { ok: false; missing: string }

/** Where an upload finds what it needs. */
export interface Surroundings {
  variables: Record<string, string | undefined>
  /** The `appid` of project.config.json. */
  projectAppid: string
  /** Of package.json. */
  version: string
  isFile: (path: string) => boolean
}

export interface Wish {
  description?: string
  robot?: string
}

/** What WeChat's developer tools call a project without its own. */
const NOBODY = 'touristappid'

/** WeChat shows uploads as those of one of thirty robots; one robot has one version for trial. */
const robots = Array.from({ length: 30 }, (_, n) => String(n + 1))

export function prepare(wish: Wish, { variables, projectAppid, version, isFile }: Surroundings): Prepared {
  const appid = variables.SHOUWANG_APPID || projectAppid
  if (!/^wx[0-9a-f]{16}$/.test(appid)) return { ok: false, missing: appidMissing(appid) }
  const { robot = '1' } = wish
  if (!robots.includes(robot))
    return { ok: false, missing: `--robot is a number from 1 to 30, not ${robot}.` }
  const keyFile = variables.SHOUWANG_UPLOAD_KEY
  if (!keyFile || !isFile(keyFile)) return { ok: false, missing: keyMissing(keyFile) }
  const description = wish.description ?? `守望 ${version}`
  return { ok: true, appid, keyFile, version, description, robot: Number(robot) }
}

const appidMissing = (appid: string): string =>
  appid === NOBODY
    ? 'The AppID is missing: set SHOUWANG_APPID, in the environment or in .env (mp.weixin.qq.com, 设置, 账号信息).'
    : `${appid} is no AppID: it is wx and sixteen hexadecimal digits (mp.weixin.qq.com, 设置, 账号信息).`

const keyMissing = (keyFile: string | undefined): string =>
  keyFile
    ? `There is no key for uploading at ${keyFile}, which SHOUWANG_UPLOAD_KEY names.`
    : 'The key for uploading is missing: set SHOUWANG_UPLOAD_KEY to its file, in the environment or in .env ' +
      '(mp.weixin.qq.com, 开发管理, 小程序代码上传; add the address of this machine to the IP 白名单 there).'

/**
 * WeChat's own uploader, at the version that this was tried with. Not a dependency: it brings 276 MB of 1,086 packages,
 * which one person needs now and then (docs/decisions/0022).
 */
export const uploader = 'miniprogram-ci@2.1.42'

/** What the uploader is told. @param project the checkout, which project.config.json describes */
export const wordsFor = (prepared: Prepared & { ok: true }, project: string): string[] => [
  'upload',
  ...['--project-path', project],
  ...['--private-key-path', prepared.keyFile],
  ...['--appid', prepared.appid],
  ...['--upload-version', prepared.version],
  ...['--upload-description', prepared.description],
  ...['--robot', String(prepared.robot)],
  '--use-project-config',
]
