import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inRoot, root } from '../../config/root'

/**
 * What WeChat's tools know, as their own schema lists it (miniprogram-ci 2.1.42, schema of project.config.json;
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html). They warn of any other.
 */
const known = (
  'libVersion editorSetting cloudfunctionRoot cloudfunctionTemplateRoot cloudcontainerRoot srcMiniprogramRoot description ' +
  'simulatorType simulatorPluginLibVersion miniprogramRoot qcloudRoot pluginRoot cloudbaseRoot compileType pluginAppid ' +
  'jsserverRoot projectname appid packOptions watchOptions setting staticServerOptions scripts debugOptions condition ' +
  'skeletonConfig'
).split(' ')

const knownSettings = (
  'es6 enhance postcss minified minifyWXSS minifyWXML uglifyFileName ignoreUploadUnusedFiles ignoreCodeQuality autoAudits ' +
  'urlCheck compileHotReLoad preloadBackgroundData lazyloadPlaceholderEnable useStaticServer babelSetting ' +
  'useCompilerPlugins disableUseStrict uploadWithSourceMap localPlugins packNpmManually packNpmRelationList coverView ' +
  'ignoreDevUnusedFiles checkInvalidKey showShadowRootInWxmlPanel useIsolateContext useMultiFrameRuntime useApiHook ' +
  'useApiHostProcess useLanDebug enableEngineNative showES6CompileOption minifyWXMLSetting'
).split(' ')

interface ProjectFile extends Record<string, unknown> {
  setting: Record<string, unknown>
}

const project = JSON.parse(readFileSync(inRoot('project.config.json'), 'utf8')) as ProjectFile

it('has nothing that WeChat’s tools do not know', () => {
  expect(Object.keys(project).filter((key) => !known.includes(key))).toEqual([])
  expect(Object.keys(project.setting).filter((key) => !knownSettings.includes(key))).toEqual([])
})

it('opens without an AppID of its own, on what the builds write', () => {
  expect(project).toMatchObject({
    appid: 'touristappid',
    compileType: 'miniprogram',
    miniprogramRoot: 'dist/weapp/',
    cloudfunctionRoot: 'dist/cloudfunctions/',
  })
  expect(project.libVersion).toMatch(/^\d+\.\d+\.\d+$/)
})

it('lets the tools leave alone what has been compiled here, and drop no file', () => {
  const changing = [
    'es6',
    'enhance',
    'postcss',
    'minified',
    'minifyWXML',
    'minifyWXSS',
    'ignoreUploadUnusedFiles',
  ]
  expect(changing.filter((name) => project.setting[name] !== false)).toEqual([])
})

it.each(['project.private.config.json', '.env', 'private.wx0123456789abcdef.key'])(
  '%s, which is one operator’s own, stays out of git',
  (file) => {
    expect(() => execFileSync('git', ['check-ignore', '--quiet', file], { cwd: root })).not.toThrow()
  },
)
