import { createServer } from 'node:http'

/** A platform that takes everything and says nothing of it, as a process of its own: what it costs is not ours. */
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    response.end('{"ok":true,"result":{"message_id":1,"username":"bench_bot"}}')
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
})
process.on('SIGTERM', () => process.exit(0))
