import { Api, GrammyError, InputFile } from 'grammy'
import { networkFailure } from '../../../src/channels/api-call.ts'
import {
  prepare,
  type TelegramFailure,
  type TelegramGateway,
} from '../../../src/channels/telegram/gateway.ts'

/** The Bot API through grammY: the same contract, to show that changing over is one small file. */
export function createGrammyGateway(token: string, apiRoot: string): TelegramGateway {
  const api = new Api(token, { apiRoot: apiRoot.replace(/\/+$/, '') })
  return {
    async call(method, payload, signal) {
      const values = prepare(payload, ({ bytes, name }) => new InputFile(bytes, name))
      try {
        const raw: unknown = Reflect.get(api.raw, method)
        if (typeof raw !== 'function') throw new TypeError(method)
        return { ok: true, result: await Reflect.apply(raw, api.raw, [values, signal]) }
      } catch (error) {
        return { ok: false, failure: failureOf(error) }
      }
    },
  }
}

function failureOf(error: unknown): TelegramFailure {
  if (!(error instanceof GrammyError)) return { ...networkFailure(error), migrateTo: null }
  const { retry_after: retryAfter, migrate_to_chat_id: migrateTo } = error.parameters
  return {
    code: error.error_code,
    description: error.description,
    spoken: true,
    ambiguous: false,
    retryAfter: retryAfter ?? null,
    migrateTo: migrateTo === undefined ? null : String(migrateTo),
  }
}
