import { clearComposer, focusComposer, listenToComposer } from './composer.js'
import { button, get, make } from './dom.js'
import {
  arrange,
  clearLog,
  isLogEmpty,
  lastFromBot,
  markUnread,
  newestId,
  put,
  putOwn,
  setState,
} from './log.js'
import { fill, words } from './page-data.js'
import { askWho, closePicker } from './picker.js'
import { isAtEnd, showFrom, showNew, showUnread, toEnd, toStart, watchScroll } from './scroll.js'
import { newId, postMessage } from './sending.js'
import { questionList, showSide } from './side.js'
import { showConnection } from './status.js'
import { openStream } from './stream.js'
import { hideTyping, showTyping } from './typing.js'
import { followViewport } from './viewport.js'

/**
 * @typedef {import('../stream-event.ts').StreamEvent} StreamEvent
 * @typedef {import('../../channels/web/web-chat.ts').WebMember} WebMember
 * @typedef {import('../../channels/web/web-line.ts').WebMessage} WebMessage
 */

const WHO = 'chitieu.member'
const WELCOME_QUESTIONS = 4

const shell = get('shell', HTMLElement)
const log = get('log', HTMLElement)
const welcome = get('welcome', HTMLElement)
const choices = get('choices', HTMLElement)

/** @type {WebMember | null} */
let member = null
let isReady = false
let unread = 0
/** @type {() => void} */
let closeStream = () => {}

followViewport()
listenToComposer(text => say(text))
watchScroll(readAll)
document.addEventListener('visibilitychange', () => {
  if (isAtEnd()) readAll()
})
const remembered = localStorage.getItem(WHO)
if (remembered) enter(remembered)
else leave()

/** Back to the question who is at the page. */
function leave() {
  closeStream()
  localStorage.removeItem(WHO)
  member = null
  shell.hidden = true
  askWho(picked => enter(picked.member))
}

/** @param {string} code */
function enter(code) {
  closeStream()
  localStorage.setItem(WHO, code)
  closePicker()
  startAfresh()
  clearComposer()
  shell.hidden = false
  showConnection('connecting')
  closeStream = openStream(code, {
    after: newestId,
    onMember: greet,
    onEvent: hear,
    onLost: () => showConnection('offline'),
    onUnknown: leave,
  })
  focusComposer()
}

function startAfresh() {
  isReady = false
  unread = 0
  showUnread(0)
  clearLog()
  hideTyping()
  welcome.hidden = true
  choices.hidden = true
}

/** @param {WebMember} who */
function greet(who) {
  member = who
  showSide(who, { ask: say, change: leave })
  welcome.replaceChildren(
    make('img', 'mark mark-large', [], { src: '/page/icon.svg', alt: '', width: '64', height: '64' }),
    make('h2', '', fill(words.welcome.title, { name: who.name })),
    make('p', '', fill(words.welcome.lead, { unit: who.unitName })),
    make('p', 'welcome-ask', words.welcome.ask),
    questionList(who, say, WELCOME_QUESTIONS),
  )
}

/** @param {StreamEvent} event */
function hear(event) {
  if (event.kind === 'hello') begin(event.reset)
  else if (event.kind === 'message') receive(event.message)
  else if (event.kind === 'ready') settle()
  else if (event.kind === 'typing') showTyping()
}

/**
 * Lines that were missed are coming: they are read aloud only if the log was being read before.
 * @param {boolean} reset
 */
function begin(reset) {
  if (reset) startAfresh()
  log.setAttribute('aria-busy', String(!isReady))
}

/** @param {WebMessage} message */
function receive(message) {
  if (!member) return
  const row = put(message, member.member)
  if (message.from === 'bot') hideTyping()
  if (!isReady) return
  arrange()
  showChoices()
  if (!welcome.hidden) toEnd()
  welcome.hidden = true
  if (!row) return
  if (message.from === 'bot' && !isAtEnd()) countUnread(message.id)
  showNew(row)
  if (isAtEnd()) readAll()
}

/** The page has everything that was said: from now on, what comes is new. */
function settle() {
  showConnection('online')
  if (isReady) return
  isReady = true
  arrange()
  showChoices()
  welcome.hidden = !isLogEmpty()
  log.setAttribute('aria-busy', 'false')
  const seen = Number(localStorage.getItem(seenKey()) ?? Number.NaN)
  if (isLogEmpty()) toStart()
  else if (Number.isFinite(seen) && markUnread(seen)) showFrom('.unread')
  else toEnd()
  if (isAtEnd()) readAll()
}

/** @param {number} id */
function countUnread(id) {
  if (unread === 0) markUnread(id - 1)
  unread += 1
  showUnread(unread)
}

/** The reader has seen everything. */
function readAll() {
  if (!isReady || document.visibilityState !== 'visible') return
  unread = 0
  showUnread(0)
  const newest = newestId()
  if (newest !== null) localStorage.setItem(seenKey(), String(newest))
}

function seenKey() {
  return `chitieu.seen.${member?.member}`
}

/**
 * The person says something: shown at once, then sent.
 * @param {string} text
 * @param {string} [label] what is shown instead of the text
 */
function say(text, label) {
  if (!member) return
  const posted = { member: member.member, id: newId(), text, ...(label && label !== text ? { label } : {}) }
  welcome.hidden = true
  markUnread(null)
  putOwn(posted.id, label ?? text, () => void hand(posted))
  arrange()
  showChoices()
  toEnd()
  void hand(posted)
}

/** @param {import('./sending.js').Posted} posted */
async function hand(posted) {
  setState(posted.id, 'sending')
  const sent = await postMessage(posted)
  if (posted.member !== member?.member) return
  if (sent.ok) setState(posted.id, 'sent')
  else setState(posted.id, 'failed', sent.reason, sent.final)
  if (sent.ok && !lastFromBot()) showTyping()
}

/** Offers the choices of the last message, if it is the assistant's. */
function showChoices() {
  const offered = lastFromBot()?.choices ?? []
  choices.hidden = offered.length === 0
  choices.scrollLeft = 0
  choices.replaceChildren(
    ...offered.map(({ label, send }) =>
      button('choice', label, event => {
        say(send, label)
        // Pressed with a key: the button is gone, so the focus goes to where the next question is written.
        if (event.detail === 0) focusComposer()
      }),
    ),
  )
}
