import type { Agent as HttpAgent, AgentOptions } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import { nodeHttp } from '../../lib/node-http.ts'

/** A connection that is not there after so long, milliseconds, will not come: less than any wait for an answer. */
const CONNECT_MS = 8_000
const KEPT: AgentOptions = { keepAlive: true, keepAliveMsecs: 10_000 }

/**
 * Connections to the Bot API that are given up in time: where a network swallows everything, a request must be known
 * never to have left.
 */
export function connectingAgent(apiRoot: string): HttpAgent | HttpsAgent {
  const secure = apiRoot.startsWith('https:')
  const agent = secure ? new HttpsAgent(KEPT) : new nodeHttp.Agent(KEPT)
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const stream = connect(options, callback)
    if (stream) giveUpInTime(stream, secure ? 'secureConnect' : 'connect')
    return stream
  }
  return agent
}

function giveUpInTime(stream: Duplex, connected: string): void {
  const late = setTimeout(() => {
    stream.destroy(Object.assign(new Error('no connection'), { code: 'ETIMEDOUT' }))
  }, CONNECT_MS)
  late.unref()
  stream.once(connected, () => clearTimeout(late))
  stream.once('close', () => clearTimeout(late))
}
