import { button, get, make } from './dom.js'
import { fill, words } from './page-data.js'
import { about, avatar } from './person.js'

/** @typedef {import('../../channels/web/web-chat.ts').WebMember} WebMember */

const side = get('side', HTMLDialogElement)
const open = get('side-open', HTMLButtonElement)
const isWide = matchMedia('(min-width: 960px)')

open.addEventListener('click', () => side.showModal())
side.addEventListener('click', event => {
  if (event.target === side) closeSheet()
})
side.addEventListener('close', settle)
isWide.addEventListener('change', settle)
settle()

/**
 * Shows who is at the page and what may be asked: beside the chat where there is room, else as a sheet.
 * @param {WebMember} member
 * @param {{ ask: (question: string) => void, change: () => void }} on
 */
export function showSide(member, on) {
  open.hidden = false
  open.replaceChildren(avatar(member))
  open.setAttribute('aria-label', `${words.panel.open}. ${fill(words.pick.you, { name: member.name })}`)
  const ask = (/** @type {string} */ question) => {
    closeSheet()
    on.ask(question)
  }
  side.replaceChildren(
    button('side-close', words.panel.close, closeSheet),
    make('section', 'card person-card', [
      avatar(member, 'avatar-large'),
      make('p', 'person-name', member.name),
      make('p', 'person-about', about(member)),
      button('button', words.pick.change, () => {
        closeSheet()
        on.change()
      }),
    ]),
    make('section', 'card', [make('h2', '', words.panel.title), questionList(member, ask)]),
    make('section', 'card key-card', [make('h2', '', words.panel.keys), keyList()]),
  )
}

/**
 * What the member may ask, each one a button.
 * @param {WebMember} member
 * @param {(question: string) => void} ask
 * @param {number} [limit] at most so many
 */
export function questionList(member, ask, limit = Infinity) {
  const questions = (words.samples[member.role] ?? words.samples.other).slice(0, limit)
  const items = questions.map(question => make('li', '', [button('question', question, () => ask(question))]))
  return make('ul', 'questions', items)
}

function keyList() {
  const pairs = words.panel.keyList.map(({ keys, does }) =>
    make('div', 'key-pair', [make('dt', '', [make('kbd', '', keys)]), make('dd', '', does)]),
  )
  return make('dl', 'keys', pairs)
}

function closeSheet() {
  if (side.matches(':modal')) side.close()
}

/** Beside the chat it is a part of the page that is always there; over the chat it is a dialog. */
function settle() {
  closeSheet()
  side.toggleAttribute('open', isWide.matches)
  if (isWide.matches) side.setAttribute('role', 'complementary')
  else side.removeAttribute('role')
}
