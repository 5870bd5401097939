import { get } from './dom.js'
import { isLogEmpty } from './log.js'
import { fill, words } from './page-data.js'

/** How far from the end still counts as being there, in pixels. */
const NEAR = 60

const scroller = get('scroller', HTMLElement)
const jump = get('jump', HTMLButtonElement)

/** Whether the end is held in view while the log grows. */
let held = true
let unread = 0
/** @type {() => void} */
let whenAtEnd = () => {}

/**
 * Holds the end of the log in view while the reader is there, and offers the way back to it otherwise.
 * @param {() => void} atEnd called whenever the reader has come to the end
 */
export function watchScroll(atEnd) {
  whenAtEnd = atEnd
  scroller.addEventListener('scroll', () => {
    held = distance() < NEAR
    showJump()
    if (held) whenAtEnd()
  })
  jump.addEventListener('click', () => {
    toEnd()
    whenAtEnd()
    scroller.focus({ preventScroll: true })
  })
  const resized = new ResizeObserver(() => {
    if (held) toEnd()
    showJump()
  })
  resized.observe(scroller)
  for (const child of scroller.children) resized.observe(child)
}

/** Whether the reader sees the newest message. */
export function isAtEnd() {
  return held && document.visibilityState === 'visible'
}

/** Goes to the end and holds it. */
export function toEnd() {
  held = true
  scroller.scrollTop = scroller.scrollHeight
  showJump()
}

/** Goes to the beginning and stays there. */
export function toStart() {
  held = false
  scroller.scrollTop = 0
  showJump()
}

/**
 * Shows a row that has just come: its beginning, where it is too high to be seen whole.
 * @param {HTMLElement} row
 */
export function showNew(row) {
  if (!held) return showJump()
  if (row.offsetHeight < scroller.clientHeight - NEAR) return toEnd()
  held = false
  scroller.scrollTop = row.offsetTop - 12
  return showJump()
}

/**
 * Brings an element to the upper part of the view.
 * @param {string} selector
 */
export function showFrom(selector) {
  const element = scroller.querySelector(selector)
  if (!(element instanceof HTMLElement)) return toEnd()
  scroller.scrollTop = element.offsetTop - 16
  held = distance() < NEAR
  return showJump()
}

/**
 * Says how many messages came unseen, on the way back to the end and in the window's title.
 * @param {number} count
 */
export function showUnread(count) {
  unread = count
  document.title = count > 0 ? `(${count}) ${words.title}` : words.title
  showJump()
}

function distance() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
}

function showJump() {
  jump.hidden = distance() < NEAR || isLogEmpty()
  const word = unread > 0 ? fill(words.log.unreadCount, { count: unread }) : ''
  jump.textContent = word
  jump.classList.toggle('counting', unread > 0)
  jump.setAttribute('aria-label', word ? `${word}. ${words.log.latest}` : words.log.latest)
}
