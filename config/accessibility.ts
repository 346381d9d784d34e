import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from '../src/accessibility/attributes.json'

interface Platform {
  /** Not there in H5, where a browser reads the attributes as they are. */
  template?: { mergeComponents(context: IPluginContext, patch: Record<string, Record<string, string>>): void }
  runtimePath: string | string[]
}

/**
 * Taro's WeChat templates drop what a screen reader needs; this gives it to the templates and to the running app. The
 * table has WeChat's name of each attribute and where the template finds its value; `role` is called `aria-role`.
 * https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html
 */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => {
      if (!platform.template) return
      platform.template.mergeComponents(context, attributes)
      const runtime = path.resolve(__dirname, '../src/accessibility/runtime.ts')
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
