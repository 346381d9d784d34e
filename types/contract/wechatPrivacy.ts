/**
 * The kinds of information in the form 用户隐私保护指引 of WeChat's console, as far as this mini-program uses them: the key that
 * WeChat's own interface takes, and the name that the form shows.
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-management/setPrivacySetting.html
 */
export const consoleKinds = {
  Address: '地址',
  PhoneNumber: '手机号码',
  Album: '选中的照片或视频信息',
  AlbumWriteOnly: '相册（仅写入）权限',
  MessageFile: '选中的文件',
  Clipboard: '剪切板',
  LicensePlate: '车牌号',
  EXIDNumber: '身份证号码',
  EXUserPublishContent: '发布内容',
  EXUserOpLog: '操作日志',
} as const

export type ConsoleKind = keyof typeof consoleKinds

/**
 * Everything of WeChat that fails unless its kind is declared: interfaces, and buttons by their `open-type`. `scanCode` and
 * what tells of the phone itself are not among them. A kind that is null is one this mini-program has no use for.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 */
export const privateInterfaces: Readonly<Record<string, ConsoleKind | null>> = {
  getPhoneNumber: 'PhoneNumber',
  getRealtimePhoneNumber: 'PhoneNumber',
  chooseImage: 'Album',
  chooseVideo: 'Album',
  chooseMedia: 'Album',
  saveImageToPhotosAlbum: 'AlbumWriteOnly',
  saveVideoToPhotosAlbum: 'AlbumWriteOnly',
  chooseMessageFile: 'MessageFile',
  setClipboardData: 'Clipboard',
  getClipboardData: 'Clipboard',
  chooseLicensePlate: 'LicensePlate',
  chooseAddress: 'Address',
  chooseAvatar: null,
  getUserInfo: null,
  getUserProfile: null,
  getLocation: null,
  getFuzzyLocation: null,
  startLocationUpdate: null,
  startLocationUpdateBackground: null,
  chooseLocation: null,
  choosePoi: null,
  chooseInvoice: null,
  chooseInvoiceTitle: null,
  getWeRunData: null,
  createVKSession: null,
  startRecord: null,
  getRecorderManager: null,
  joinVoIPChat: null,
  addPhoneContact: null,
  addPhoneCalendar: null,
  addPhoneRepeatCalendar: null,
  openBluetoothAdapter: null,
  createBLEPeripheralServer: null,
  startAccelerometer: null,
  startCompass: null,
  startDeviceMotionListening: null,
  startGyroscope: null,
}
