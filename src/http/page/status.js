import { get } from './dom.js'
import { words } from './page-data.js'

/** A connection that comes back within this time is not worth a word. */
const GRACE_MS = 1_500
const RESTORED_MS = 2_500

const status = get('status', HTMLElement)
const banner = get('banner', HTMLElement)
let timer = 0

/**
 * Says in the header, and across the chat when it lasts, whether the chat is connected.
 * @param {'connecting' | 'online' | 'offline'} state
 */
export function showConnection(state) {
  const before = status.dataset['state']
  status.dataset['state'] = state
  status.textContent = words.status[state]
  if (state === before) return
  clearTimeout(timer)
  if (state === 'offline') timer = setTimeout(() => showBanner(words.status.lost, 'lost'), GRACE_MS)
  else if (banner.hidden) return
  else if (state === 'connecting') hideBanner()
  else {
    showBanner(words.status.restored, 'restored')
    timer = setTimeout(hideBanner, RESTORED_MS)
  }
}

/**
 * @param {string} word
 * @param {'lost' | 'restored'} kind
 */
function showBanner(word, kind) {
  banner.hidden = false
  banner.className = `banner ${kind}`
  banner.textContent = word
}

function hideBanner() {
  banner.hidden = true
}
