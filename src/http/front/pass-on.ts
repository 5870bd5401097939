import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as call,
  type ServerResponse,
} from 'node:http'

/** Headers that are of one connection alone. */
const OF_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'upgrade']

/** Passes a request on to the service that listens on this machine's port, and its answer back as it comes. */
export function passOn(port: number): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const { method, url: path } = request
    const asked = call(
      { host: '127.0.0.1', port, method, path, headers: headersOf(request), agent: false },
      answer => {
        response.writeHead(answer.statusCode ?? 502, withoutConnection(answer.headers))
        answer.pipe(response)
        // What ends before its time ends so for whoever asked, too.
        answer.on('error', () => response.destroy())
      },
    )
    asked.on('error', () => {
      if (response.headersSent) response.destroy()
      else response.writeHead(502, { 'content-length': 0 }).end()
    })
    response.on('close', () => asked.destroy())
    request.pipe(asked)
  }
}

/** As they came. That somebody asks from another machine is told: there are things for this one alone. */
function headersOf(request: IncomingMessage): IncomingHttpHeaders {
  const headers = withoutConnection(request.headers)
  const from = request.socket.remoteAddress ?? 'unknown'
  if (/^(?:::1|(?:::ffff:)?127\.[\d.]+)$/.test(from)) return headers
  const before = headers['x-forwarded-for']
  return { ...headers, 'x-forwarded-for': before === undefined ? from : `${String(before)}, ${from}` }
}

function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)))
}
