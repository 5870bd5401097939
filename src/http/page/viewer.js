import { get } from './dom.js'

const viewer = get('viewer', HTMLDialogElement)
const image = get('viewer-image', HTMLImageElement)
const title = get('viewer-name', HTMLElement)
const download = get('viewer-download', HTMLAnchorElement)

get('viewer-close', HTMLButtonElement).addEventListener('click', () => viewer.close())
image.addEventListener('click', () => image.classList.toggle('whole-size'))
viewer.addEventListener('click', event => {
  if (event.target instanceof HTMLElement && event.target.matches('.viewer, .viewer-room')) viewer.close()
})

/**
 * Shows a picture as large as the window. Esc, the button and a tap beside it close it; the focus goes back.
 * @param {string} url
 * @param {{ name: string, description: string }} picture
 */
export function view(url, { name, description }) {
  image.classList.remove('whole-size')
  image.src = url
  image.alt = description
  title.textContent = description
  download.href = url
  download.setAttribute('download', name)
  viewer.setAttribute('aria-label', description)
  viewer.showModal()
}
