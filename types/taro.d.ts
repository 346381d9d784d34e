/// <reference types="@tarojs/taro" />

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** Chosen by `taro build --type`; constant at run time, so that the other branch is dropped. */
    TARO_ENV?: 'weapp' | 'h5'
  }
}
