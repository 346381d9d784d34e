import type { TippingRules } from './tippingRules'

/**
 * What counts where no policy says otherwise. Ten masks for a valid tip that nobody had told before: what communities gave
 * in February 2020.
 */
export const usualTipping: TippingRules = {
  kinds: [
    {
      id: 'unregisteredReturn',
      name: '返乡没登记',
      example: '外地车牌停在院里，人刚回来，没听说登记过',
      urgent: false,
      opens: 'registration',
    },
    {
      id: 'observationBreach',
      name: '居家观察外出',
      example: '正在居家观察的人下楼、出门',
      urgent: true,
      opens: 'nothing',
    },
    {
      id: 'gathering',
      name: '聚集',
      example: '打牌、聚餐、办酒席',
      urgent: true,
      opens: 'nothing',
    },
    {
      id: 'venueOpen',
      name: '该关的场所开着',
      example: '棋牌室、网吧、浴室还在营业',
      urgent: false,
      opens: 'nothing',
    },
    { id: 'other', name: '其他', example: '', urgent: false, opens: 'nothing' },
  ],
  reward: { item: '口罩', pieces: 10, aMonth: 3, claimDays: 30, desk: '' },
}
