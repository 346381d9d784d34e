const lineEnd = '\r\n'

/**
 * The fields of a multipart/form-data body, as bytes. The SDK sends protobuf in fields without a file name, which the
 * platform's own `FormData` reader decodes as text and so destroys.
 *
 * @returns undefined when the body is not well formed
 */
export function readMultipart(body: Buffer, contentType: string): Map<string, Buffer> | undefined {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) return undefined
  const delimiter = `--${boundary}`
  const fields = new Map<string, Buffer>()
  let start = body.indexOf(delimiter)
  while (start !== -1) {
    start += delimiter.length
    if (body.toString('latin1', start, start + 2) === '--') return fields
    const end = body.indexOf(lineEnd + delimiter, start)
    const headersEnd = body.indexOf(lineEnd + lineEnd, start)
    if (end === -1 || headersEnd === -1 || headersEnd > end) return undefined
    const name = /\bname="([^"]*)"/i.exec(body.toString('utf8', start, headersEnd))?.[1]
    if (name === undefined) return undefined
    fields.set(name, body.subarray(headersEnd + 2 * lineEnd.length, end))
    start = end + lineEnd.length
  }
  return undefined
}
