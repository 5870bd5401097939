import { createServer, type Server, type ServerResponse } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { openArrivals } from '../../db/open-arrivals.ts'
import type { FrontNews, FrontTask } from './front-messages.ts'
import { gathering } from './gathering.ts'
import { passOn } from './pass-on.ts'
import { takeIn } from './take-in.ts'

/** The thread of the front: see front.ts. It imports little, so that it begins soon. */
const task: FrontTask = workerData
const tell = (news: FrontNews) => parentPort?.postMessage(news, [])

const keeper = openArrivals(task.databaseUrl)
const keep = gathering(keeper, count => tell(count > 0 ? { what: 'kept', count } : { what: 'unkept' }))
const refused = (path: string, status: number) => tell({ what: 'refused', path, status })
const isTaken = takeIn({ ...task, keep, refused })
const pass = passOn(task.inner)
const answering = new Set<ServerResponse>()
let closing = false

const server = createServer((request, response) => {
  answering.add(response)
  response.on('close', () => {
    answering.delete(response)
    if (closing && answering.size === 0) server.closeAllConnections()
  })
  if (!isTaken(request, response)) pass(request, response)
})
server.requestTimeout = 30_000
server.on('error', (error: NodeJS.ErrnoException) => {
  tell({ what: 'failed', code: error.code, message: error.message })
  parentPort?.close()
})
server.listen(task.port, task.host, () => tell({ what: 'listening', port: portOf(server) }))
parentPort?.on('message', close)

/** Takes in nothing more, finishes what is being answered, and ends the thread. */
function close(): void {
  closing = true
  const late = setTimeout(() => server.closeAllConnections(), task.graceMs)
  server.close(() => {
    clearTimeout(late)
    keeper.close()
    parentPort?.close()
  })
  server.on('connection', socket => socket.destroy())
  if (answering.size === 0) server.closeAllConnections()
}

function portOf(listening: Server): number {
  const address = listening.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
