import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on a free port of this machine; `close` also ends the connections that are still open. */
export interface LocalServer {
  root: string
  close(): Promise<void>
}

export async function startLocalServer(
  handle: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void,
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => handle(request, Buffer.concat(chunks), response))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    root: `http://127.0.0.1:${(address satisfies AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An address at which nobody listens. */
export async function silentRoot(): Promise<string> {
  const server = await startLocalServer(() => undefined)
  await server.close()
  return server.root
}

/** What a platform may do instead of answering as asked. */
export type Fault =
  | { kind: 'answer'; status: number; body: object }
  | { kind: 'html'; status: number }
  | { kind: 'reset' }
  /** Carries out the call and breaks off the connection. */
  | { kind: 'lost' }
  /** Takes the call and never answers. */
  | { kind: 'hang' }

/** Answers, or fails to, as the fault says. */
export function doFault(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'answer':
      response.writeHead(fault.status, { 'content-type': 'application/json' }).end(JSON.stringify(fault.body))
      return
    case 'html':
      response
        .writeHead(fault.status, { 'content-type': 'text/html' })
        .end('<html><body><h1>Bad Gateway</h1></body></html>')
      return
    case 'reset':
    case 'lost':
      response.socket?.destroy()
      return
    case 'hang':
  }
}
