import type { IPluginContext } from '@tarojs/service'

interface Platform {
  /** Not there in H5, where a browser reads the attributes as they are. */
  template?: { mergeComponents(context: IPluginContext, patch: Record<string, Record<string, string>>): void }
}

const spoken = { 'aria-label': 'i.ariaLabel', 'aria-hidden': 'i.ariaHidden' }
const chosen = { 'aria-checked': 'i.ariaChecked', 'aria-expanded': 'i.ariaExpanded' }

/**
 * Taro's WeChat templates drop what a screen reader needs; WeChat knows it as `aria-*`, and `role` as `aria-role`.
 * https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html
 */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => {
      platform.template?.mergeComponents(context, {
        View: { ...spoken, ...chosen, 'aria-role': 'i.role', 'aria-live': 'i.ariaLive' },
        Button: { ...spoken, ...chosen },
        Input: spoken,
        Textarea: spoken,
        Picker: spoken,
      })
    },
  })
}
