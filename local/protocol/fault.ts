/**
 * A request that cannot be answered, with CloudBase's own code. The SDK maps the codes it knows
 * to `errCode` numbers (INVALID_PARAM → -501007) and every other to -501001 (SYS_ERR).
 */
export class RequestFault extends Error {
  constructor(
    readonly code: RequestFaultCode,
    message: string,
  ) {
    super(message)
    this.name = 'RequestFault'
  }
}

export type RequestFaultCode = 'INVALID_PARAM' | 'INVALID_REQUEST_SOURCE' | 'INVALID_ACTION' | 'SYS_ERR'
