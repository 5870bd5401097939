import { button, get, make } from './dom.js'
import { words } from './page-data.js'
import { about, avatar } from './person.js'

/** @typedef {import('../../channels/web/web-chat.ts').WebMember} WebMember */

/** From how many people on there is a field to look for one. */
const SEARCH_FROM = 8

const section = get('pick', HTMLElement)
const title = get('pick-title', HTMLElement)
const list = get('pick-list', HTMLElement)
const note = get('pick-note', HTMLElement)
const retry = get('pick-retry', HTMLButtonElement)
const search = get('pick-search', HTMLInputElement)

/** @type {WebMember[]} */
let members = []
/** @type {(member: WebMember) => void} */
let whenPicked = () => {}

search.addEventListener('input', show)
retry.addEventListener('click', () => void load())

/**
 * Asks who is at the page, and calls back with the one who was picked.
 * @param {(member: WebMember) => void} picked
 */
export function askWho(picked) {
  whenPicked = picked
  section.hidden = false
  search.value = ''
  title.focus()
  void load()
}

/** Takes the question away. */
export function closePicker() {
  section.hidden = true
}

async function load() {
  retry.hidden = true
  note.textContent = words.pick.loading
  try {
    const reply = await fetch('/chat/members')
    if (reply.status === 401) return location.reload()
    if (!reply.ok) throw new Error(`status ${reply.status}`)
    members = (await reply.json()).members
    search.hidden = members.length < SEARCH_FROM
    show()
  } catch {
    note.textContent = words.pick.failed
    retry.hidden = false
  }
}

function show() {
  const sought = fold(search.value)
  const found = members.filter(member => fold(`${member.name} ${about(member)}`).includes(sought))
  list.replaceChildren(...found.map(item))
  if (members.length === 0) note.textContent = words.pick.empty
  else note.textContent = found.length === 0 ? words.pick.none : ''
}

/** @param {WebMember} member */
function item(member) {
  const names = make('span', 'person-words', [
    make('span', 'person-name', member.name),
    make('span', 'person-about', about(member)),
  ])
  return make('li', '', [button('member', [avatar(member), names], () => whenPicked(member))])
}

/**
 * Text without case and diacritics, for looking up.
 * @param {string} text
 */
function fold(text) {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase().trim()
}
