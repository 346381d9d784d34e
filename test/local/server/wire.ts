import { connect, type Socket } from 'node:net'

/** A bare connection, for requests that no HTTP client would send. */
export interface Wire {
  socket: Socket
  /** Everything that was answered until the server closed the connection. */
  answer: Promise<string>
}

/** @param text what is sent first; the connection stays open. */
export function openWire(port: number, text: string | Buffer): Wire {
  const socket = connect({ host: '127.0.0.1', port })
  const answer = new Promise<string>((resolve) => {
    let heard = ''
    socket.setEncoding('latin1').on('data', (part: string) => (heard += part))
    socket.on('close', () => resolve(heard))
    // A server that has refused may close while we still send.
    socket.on('error', () => undefined)
  })
  socket.write(text)
  return { socket, answer }
}

/** The status line of an answer. */
export const statusOf = (answer: string): string => answer.split('\r\n', 1)[0] ?? ''
