import { make } from './dom.js'
import { fill, words } from './page-data.js'

/** @typedef {import('../../channels/web/web-chat.ts').WebMember} WebMember */

const COLOURS = 6

/**
 * The round sign of a person: the first letters of the name, in a colour that stays the same.
 * @param {WebMember} member
 * @param {string} [size] a class
 */
export function avatar(member, size = '') {
  const letters = member.name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word.charAt(0).toLocaleUpperCase())
    .join('')
  let sum = 0
  for (const character of member.member) sum += character.charCodeAt(0)
  return make('span', `avatar colour-${sum % COLOURS} ${size}`, letters, { 'aria-hidden': 'true' })
}

/**
 * What the person does and where.
 * @param {WebMember} member
 */
export function about({ role, unitName }) {
  return fill(words.pick.about, { role: words.roles[role] ?? role, unit: unitName })
}
