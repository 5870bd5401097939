import { z } from 'zod'

/** Parameters of the methods, as documented: true where they are required. There are no others. */
const PARAMS: Record<string, Record<string, boolean>> = {
  getUpdates: { timeout: false },
  getMe: {},
  setWebhook: { url: true, secret_token: true },
  testWebhook: {},
  deleteWebhook: {},
  getWebhookInfo: {},
  sendMessage: { chat_id: true, text: true, parse_mode: false, text_styles: false },
  sendPhoto: { chat_id: true, photo: true, caption: false },
  sendSticker: { chat_id: true, sticker: true },
  sendVoice: { chat_id: true, voice_url: true },
  sendChatAction: { chat_id: true, action: true },
}

/** What is wrong with a call by the documentation; null when nothing is. */
export function checkCall(method: string, params: Record<string, unknown>): string | null {
  const known = PARAMS[method]
  if (known === undefined) return 'Bad request - invalid API name'
  const unknown = Object.keys(params).find(name => !(name in known))
  if (unknown !== undefined) return `unknown parameter ${unknown}`
  for (const [name, required] of Object.entries(known)) {
    const value = params[name]
    if (value === undefined && required) return `${name} is required`
    if (value !== undefined && name !== 'text_styles' && typeof value !== 'string')
      return `${name} must be a string`
    if (typeof value === 'string' && !value.isWellFormed()) return `${name} is not UTF-8`
  }
  const styled = checkStyles(typeof params.text === 'string' ? params.text : '', params.text_styles)
  if (styled !== null) return styled
  const { text = 'x', caption = 'x', secret_token: secret = 'x'.repeat(8) } = params
  for (const words of [text, caption])
    if (
      String(words).trim() === '' ||
      String(words).length > 2_000 ||
      String(words) !== String(words).normalize('NFC')
    )
      return 'text must have 1 to 2000 characters'
  if (method === 'setWebhook' && !isPublic(String(params.url))) return 'url must be a public https address'
  if (method === 'sendPhoto' && !URL.canParse(String(params.photo))) return 'photo must be an address'
  if (method === 'sendVoice' && !String(params.voice_url).endsWith('.aac')) return 'voice_url must be .aac'
  return String(secret).length < 8 || String(secret).length > 256 ? 'secret_token must have 8 to 256' : null
}

/** Over HTTPS, and neither this machine nor an address of a network at home. */
function isPublic(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return (
    protocol === 'https:' && !/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(hostname)
  )
}

const STYLES = /^(b|i|u|s|f_(13|15|18|20)|c_(050a19|15a85f|f7b503|f27806|db342e)|lst_[12]|ind_[1-5])$/
const style = z.strictObject({
  start: z.int().min(0),
  len: z.int().min(1),
  st: z.array(z.string().regex(STYLES)).min(1),
})

/** Styles lie within the text and do not overlap. */
function checkStyles(text: string, given: unknown): string | null {
  if (given === undefined) return null
  const read = z.array(style).min(1).safeParse(given)
  if (!read.success) return 'text_styles is invalid'
  let end = 0
  for (const { start, len } of read.data) {
    if (start < end || start + len > text.length) return 'text_styles is out of the text'
    end = start + len
  }
  return null
}
