/** Every word that the server and the page say, in one language. `{{name}}` stands for a value that is put in. */
export interface PageWords {
  /** BCP 47 language of the page and of its dates, for example `vi-VN`. */
  locale: string
  /** What a person reads when the server says no. */
  refusals: {
    notFound: string
    noWebChat: string
    locked: string
    noMetrics: string
    wrongHost: string
    otherSite: string
    badRequest: string
    emptyText: string
    tooBig: string
    tooMany: string
    unknownMember: string
    unavailable: string
  }
  page: BrowserWords
}

/** What the page itself says. */
export interface BrowserWords {
  title: string
  assistant: string
  noScript: string
  /** `about` has `{{role}}` and `{{unit}}`, `you` has `{{name}}`. */
  pick: Said<
    | 'title'
    | 'lead'
    | 'search'
    | 'about'
    | 'none'
    | 'empty'
    | 'failed'
    | 'loading'
    | 'retry'
    | 'change'
    | 'you'
  >
  /** Names of the roles by their code. */
  roles: Readonly<Record<string, string>>
  status: Said<'online' | 'connecting' | 'offline' | 'restored' | 'lost'>
  /** `unreadCount` has `{{count}}`. */
  log: Said<
    'label' | 'bot' | 'person' | 'today' | 'yesterday' | 'unread' | 'unreadCount' | 'latest' | 'typing'
  >
  sending: Said<'sending' | 'sent' | 'failed' | 'retry'>
  /** `counter` has `{{count}}` and `{{max}}`. */
  composer: Said<'label' | 'placeholder' | 'send' | 'counter'>
  choices: string
  /** `open` has `{{name}}`. */
  image: Said<'open' | 'close' | 'download' | 'failed'>
  /** Has `{{name}}` and `{{size}}`. */
  file: string
  /** `title` has `{{name}}`, `lead` has `{{unit}}`. */
  welcome: Said<'title' | 'lead' | 'ask'>
  /** What may be asked, by role; `other` for a role that is not named. */
  samples: Readonly<Record<string, readonly string[]>> & { other: readonly string[] }
  panel: Said<'label' | 'title' | 'open' | 'close' | 'keys'> & {
    keyList: readonly { keys: string; does: string }[]
  }
}

type Said<Name extends string> = Readonly<Record<Name, string>>
