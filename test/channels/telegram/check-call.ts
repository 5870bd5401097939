import { PARAMS } from './bot-api-params.ts'
import type { FakeCall } from './fake-telegram.ts'

/** What is wrong with a call by the Bot API's rules, in its words; null when nothing is. */
export function checkCall({ method, params, files }: FakeCall): string | null {
  const table: Record<string, Record<string, string>> = PARAMS
  const known = table[method]
  if (known === undefined) return `method ${method} not found`
  const given = { ...params, ...files }
  const unknown = Object.keys(given).find(name => !(name in known))
  if (unknown !== undefined) return `unknown parameter ${unknown}`
  const missing = Object.keys(known).find(name => known[name] === 'required' && given[name] === undefined)
  if (missing !== undefined) return `${missing} is required`
  if (method === 'editMessageText' && !Number.isSafeInteger(params.message_id))
    return 'message_id is required'
  if ('text' in known && method !== 'answerCallbackQuery') return checkText(params, 'text', 1, 4_096)
  if ('caption' in known) return checkText(params, 'caption', 0, 1_024)
  if (method === 'sendChatAction' && params.action !== 'typing') return 'wrong parameter action in request'
  if (method === 'setWebhook' && !/^[\w-]{1,256}$/.test(String(params.secret_token)))
    return 'secret token contains unallowed characters'
  if (method === 'setMyCommands') return checkCommands(params.commands) ?? checkScope(params.scope)
  if (method === 'deleteMyCommands') return checkScope(params.scope)
  return null
}

function checkText(params: Record<string, unknown>, name: string, min: number, max: number): string | null {
  const given = params[name] ?? ''
  if (typeof given !== 'string') return `${name} must be a string`
  if (params.parse_mode !== undefined && params.parse_mode !== 'HTML') return 'unsupported parse_mode'
  const plain = params.parse_mode === 'HTML' ? parseHtml(given) : { text: given }
  if ('wrong' in plain) return `can't parse entities: ${plain.wrong}`
  if (!plain.text.isWellFormed()) return 'strings must be encoded in UTF-8'
  if (plain.text.trim().length < min) return 'message text is empty'
  if (plain.text.length > max) return name === 'text' ? 'message is too long' : 'message caption is too long'
  return params.reply_markup === undefined ? null : checkKeyboard(params.reply_markup)
}

/** The text without its markup, as far as we use it: bold, and three entities. */
function parseHtml(html: string): { text: string } | { wrong: string } {
  const open: string[] = []
  let text = ''
  for (const [token] of html.matchAll(/<[^>]*>?|&[^;\s]*;?|[^<&]+/g)) {
    if (token === '<b>') open.push('b')
    else if (token === '</b>') {
      if (open.pop() !== 'b') return { wrong: 'Unexpected end tag' }
    } else if (token.startsWith('<')) return { wrong: `Unsupported start tag "${token}"` }
    else if (token.startsWith('&')) {
      const letter = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }[token]
      if (letter === undefined) return { wrong: `Unsupported entity "${token}"` }
      text += letter
    } else text += token
  }
  return open.length > 0 ? { wrong: `Can't find end tag corresponding to start tag "b"` } : { text }
}

function checkKeyboard(markup: unknown): string | null {
  const rows = typeof markup === 'object' && markup !== null && 'inline_keyboard' in markup ? markup : null
  if (rows === null || !Array.isArray(rows.inline_keyboard)) return 'object expected as reply markup'
  const buttons: unknown[] = rows.inline_keyboard.flat()
  if (rows.inline_keyboard.some(row => !Array.isArray(row) || row.length === 0 || row.length > 8))
    return 'wrong row of buttons'
  if (buttons.length > 100) return 'reply markup is too long'
  for (const button of buttons) {
    const { text, callback_data: data, ...rest } = { text: '', callback_data: '', ...Object(button) }
    if (Object.keys(rest).length > 0) return `unknown field ${Object.keys(rest).join()} of a button`
    if (typeof text !== 'string' || text.trim() === '') return 'Text buttons must be non-empty'
    if (typeof data !== 'string' || data === '' || Buffer.byteLength(data) > 64) return 'BUTTON_DATA_INVALID'
  }
  return null
}

function checkCommands(commands: unknown): string | null {
  if (!Array.isArray(commands)) return 'expected an Array of BotCommand'
  return commands.every(one => /^[a-z0-9_]{1,32}$/.test(one.command) && one.description.length <= 256)
    ? null
    : 'BOT_COMMAND_INVALID'
}

function checkScope(scope: unknown): string | null {
  if (scope === undefined) return null
  const { type, chat_id: chat, ...rest } = { type: '', chat_id: '', ...Object(scope) }
  if (Object.keys(rest).length > 0) return `unknown field ${Object.keys(rest).join()} of a scope`
  if (type !== 'chat') return "can't parse BotCommandScope: Unsupported type specified"
  return /^-?\d+$/.test(String(chat)) ? null : 'chat not found'
}
