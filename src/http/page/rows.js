import { button, make } from './dom.js'
import { fill, locale, words } from './page-data.js'
import { clockTime } from './times.js'
import { view } from './viewer.js'

/**
 * @typedef {import('../../channels/web/web-line.ts').WebMessage} WebMessage
 * @typedef {import('../../channels/web/web-line.ts').WebDocument} WebDocument
 * @typedef {import('../../channels/web/web-line.ts').WebPicture} WebPicture
 */

/**
 * One message as a row of the log: who speaks (for who cannot see it), the bubble, the time.
 * @param {Pick<WebMessage, 'from' | 'blocks' | 'image' | 'file'>} message
 * @param {(slot: 'images' | 'files') => string} urlOf where an attachment is
 */
export function makeRow({ from, blocks, image, file }, urlOf) {
  const bubble = make('div', 'bubble', [
    make('span', 'unseen', from === 'bot' ? words.log.bot : words.log.person),
    ...blocks.filter(block => block.text).map(block => make('p', block.strong ? 'strong' : '', block.text)),
    image && picture(image, urlOf('images')),
    file && attached(file, urlOf('files')),
  ])
  if (image) bubble.classList.add('with-picture')
  const mark = from === 'bot' ? make('img', 'row-mark', [], { src: '/page/icon.svg', alt: '' }) : null
  return make('div', `row ${from}`, [mark, bubble, make('p', 'meta')])
}

/**
 * Writes the time, and what became of a message that the person sent.
 * @param {HTMLElement} row
 * @param {number} at
 * @param {string} [word]
 * @param {() => void} [retry]
 */
export function writeMeta(row, at, word, retry) {
  const time = make('time', '', clockTime(at), { datetime: new Date(at).toISOString() })
  row
    .querySelector('.meta')
    ?.replaceChildren(
      time,
      ...(word ? [make('span', 'sent-word', word)] : []),
      ...(retry ? [button('retry', words.sending.retry, retry)] : []),
    )
}

/**
 * A line across the log.
 * @param {string} className
 * @param {string} word
 */
export function divider(className, word) {
  return make('div', `divider ${className}`, [make('span', '', word)])
}

/**
 * @param {WebPicture} image
 * @param {string} url
 */
function picture(image, url) {
  const { description, name, width, height } = image
  const img = make('img', '', [], { src: url, alt: description, loading: 'lazy', decoding: 'async' })
  if (width && height) {
    img.width = width
    img.height = height
  }
  const open = button('picture', [img], () => view(url, image))
  open.setAttribute('aria-label', `${fill(words.image.open, { name })}. ${description}`)
  img.addEventListener('error', () => open.replaceWith(make('p', 'picture-failed', words.image.failed)))
  return open
}

/**
 * @param {WebDocument} file
 * @param {string} url
 */
function attached({ name, description, size }, url) {
  const amount = sizeWord(size)
  return make(
    'a',
    'file',
    [
      make('span', 'file-kind', (name.split('.').at(-1) ?? '').slice(0, 4).toUpperCase(), {
        'aria-hidden': 'true',
      }),
      make('span', 'file-words', [
        make('span', 'file-name', name),
        make('span', 'file-size', `${description} · ${amount}`),
      ]),
    ],
    { href: url, download: name, 'aria-label': fill(words.file, { name, size: amount }) },
  )
}

/** @param {number} bytes */
function sizeWord(bytes) {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.max(1, bytes / 1_000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}
