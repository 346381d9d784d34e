/** What is asked for, what for, and what can be done without it; asked where it is first needed. */
export const privacy = {
  /** By the interface of WeChat (services/privacy.ts). */
  asks: {
    chooseMedia: {
      title: '要用您选的照片',
      why: '只用您自己选中或现拍的这几张，交给社区核对，别的照片看不到。',
      without: '不同意也能办：不带图片照样可以发送，用文字说明就行。',
    },
    chooseMessageFile: {
      title: '要用您选的文件',
      why: '只读您选中的这一个表格。',
      without: '不同意也能办：可以一条一条手工填写。',
    },
    saveImageToPhotosAlbum: {
      title: '要往相册里存一张图',
      why: '只存这一张，不看相册里的其他照片。',
      without: '不同意也能办：用笔记下来，或者截一张图。',
    },
    setClipboardData: {
      title: '要把文字复制出来',
      why: '只往剪贴板里放这一段字，方便您贴到别处，不读里面原有的内容。',
      without: '不同意也能办：照着屏幕抄下来就行。',
    },
    getPhoneNumber: {
      title: '要用您的微信手机号',
      why: '只填进这张表，有事时社区按它给您打电话，省得您输 11 位数字。',
      without: '不同意也能办：手机号可以自己输入。',
    },
  },
  other: {
    title: '要用您的信息',
    why: '用在您正要办的这件事上。',
    without: '不同意也可以接着用别的功能。',
  },
  once: '微信请您先看《用户隐私保护指引》。同意一次，以后不再问。',
  contract: '看《用户隐私保护指引》全文',
  agree: '同意',
  refuse: '不同意',
  /** On home. */
  link: '我们用您的哪些信息',
  ownPhone: '用微信手机号',
  phoneNotGiven: '没关系，请自己输入手机号。',
  phoneFailed: '现在拿不到微信手机号，请自己输入。',
}
