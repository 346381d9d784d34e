import { createServer, type Server } from 'node:http'
import { StartRefusal } from '../startRefusal'

/** Longer than the SDK's agent keeps a connection (5 s): it must never write into one that is being closed. */
const keepAliveMs = 60_000
/** Whoever takes longer to send a request's headers, or all of it, is cut off: half requests would pile up. */
const headersMs = 5_000
const requestMs = 60_000
const checkedEveryMs = 1_000

/**
 * Takes a port of 127.0.0.1, without answering yet. The port is taken first: the functions have to know it, and a
 * second cloud must not touch the data of the first.
 *
 * @throws {PortTaken}
 */
export function listen(port: number): Promise<Server> {
  const server = createServer({
    keepAliveTimeout: keepAliveMs,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkedEveryMs,
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    )
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Another program listens on that port; the next one may be free. */
export class PortTaken extends StartRefusal {
  constructor(port: number) {
    super(`Port ${port} is taken by another program.`)
  }
}
