import type { Opts } from '@grammyjs/types'

type Method =
  | 'getUpdates'
  | 'deleteWebhook'
  | 'setWebhook'
  | 'getMe'
  | 'getWebhookInfo'
  | 'sendMessage'
  | 'editMessageText'
  | 'sendPhoto'
  | 'sendDocument'
  | 'sendChatAction'
  | 'answerCallbackQuery'
  | 'setMyCommands'
  | 'deleteMyCommands'

type Presence<T> = { [K in keyof T]-?: undefined extends T[K] ? 'optional' : 'required' }

const ADDRESSING = {
  business_connection_id: 'optional',
  chat_id: 'required',
  message_thread_id: 'optional',
} as const

const SENDING = {
  ...ADDRESSING,
  direct_messages_topic_id: 'optional',
  ephemeral_message_parameters: 'optional',
  disable_notification: 'optional',
  protect_content: 'optional',
  allow_paid_broadcast: 'optional',
  suggested_post_parameters: 'optional',
  message_effect_id: 'optional',
  reply_parameters: 'optional',
  reply_markup: 'optional',
  reply_to_message_id: 'optional',
} as const

/** The parameters of the methods that are used; the compiler holds this table to the Bot API's published types. */
export const PARAMS: { [M in Method]: Presence<Opts<string>[M]> } = {
  getUpdates: { offset: 'optional', limit: 'optional', timeout: 'optional', allowed_updates: 'optional' },
  getMe: {},
  getWebhookInfo: {},
  deleteWebhook: { drop_pending_updates: 'optional' },
  setWebhook: {
    url: 'required',
    certificate: 'optional',
    ip_address: 'optional',
    max_connections: 'optional',
    allowed_updates: 'optional',
    drop_pending_updates: 'optional',
    secret_token: 'optional',
  },
  sendMessage: {
    ...SENDING,
    text: 'required',
    parse_mode: 'optional',
    entities: 'optional',
    link_preview_options: 'optional',
  },
  editMessageText: {
    business_connection_id: 'optional',
    chat_id: 'optional',
    message_id: 'optional',
    inline_message_id: 'optional',
    rich_message: 'optional',
    text: 'optional',
    parse_mode: 'optional',
    entities: 'optional',
    link_preview_options: 'optional',
    reply_markup: 'optional',
  },
  sendPhoto: {
    ...SENDING,
    photo: 'required',
    caption: 'optional',
    parse_mode: 'optional',
    caption_entities: 'optional',
    show_caption_above_media: 'optional',
    has_spoiler: 'optional',
  },
  sendDocument: {
    ...SENDING,
    document: 'required',
    thumbnail: 'optional',
    caption: 'optional',
    parse_mode: 'optional',
    caption_entities: 'optional',
    disable_content_type_detection: 'optional',
  },
  sendChatAction: { ...ADDRESSING, action: 'required' },
  answerCallbackQuery: {
    callback_query_id: 'required',
    text: 'optional',
    show_alert: 'optional',
    url: 'optional',
    cache_time: 'optional',
  },
  deleteMyCommands: { scope: 'optional', language_code: 'optional' },
  setMyCommands: { commands: 'required', scope: 'optional', language_code: 'optional' },
}
