import { networkFailure } from '../api-call.ts'
import { connectingAgent } from './agent.ts'
import { InputBytes, prepare, type TelegramFailure, type TelegramGateway } from './gateway.ts'
import { jsonCall } from './json-call.ts'

/** What is used of Telegraf's client. It types only Bot API 7.1 and the abort signals of another library. */
interface Client {
  callApi(method: string, payload: object, options: object): Promise<unknown>
}

/**
 * The Bot API through Telegraf, which carries what has files; plain calls go past it (json-call.ts). Its client only: its
 * polling hides outages, waits in ways that cannot be cut short, and confirms updates before they are kept, so receiving is
 * our own (turns.ts). `webhookReply` is off, because what is said inside a webhook's response cannot fail visibly.
 * @param apiRoot with or without a path and a final slash.
 */
export function createTelegrafGateway(token: string, apiRoot: string): TelegramGateway {
  let made: Promise<Client> | null = null
  const agent = connectingAgent(apiRoot)
  const root = apiRoot.replace(/\/*$/, '/')
  // Loaded when it is first needed: most commands read the configuration and call nobody.
  const connect = async (): Promise<Client> => {
    const { Telegram } = await import('telegraf')
    return new Telegram(token, { agent, apiRoot: root, webhookReply: false })
  }
  return {
    async call(method, payload, signal) {
      const isPlain = !Object.values(payload).some(value => value instanceof InputBytes)
      if (isPlain) return await jsonCall(`${root}bot${token}/${method}`, payload, { agent, signal })
      try {
        const client = await (made ??= connect())
        return { ok: true, result: await client.callApi(method, prepare(payload, inputFile), { signal }) }
      } catch (error) {
        return { ok: false, failure: await failureOf(error) }
      }
    },
  }
}

function inputFile({ bytes, name }: InputBytes): object {
  return { source: Buffer.from(bytes), filename: name }
}

async function failureOf(error: unknown): Promise<TelegramFailure> {
  const { TelegramError } = await import('telegraf')
  if (!(error instanceof TelegramError)) return { ...networkFailure(error), migrateTo: null }
  const { retry_after: retryAfter, migrate_to_chat_id: migrateTo } = error.parameters ?? {}
  return {
    code: error.code,
    description: error.description,
    spoken: true,
    ambiguous: false,
    retryAfter: retryAfter ?? null,
    migrateTo: migrateTo === undefined ? null : String(migrateTo),
  }
}
