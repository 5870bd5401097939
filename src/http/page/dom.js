/**
 * The element of this id, which index.html must have.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function get(id, kind) {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`)
  return element
}

/**
 * A new element. Text is always set as text, never as markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string | (Node | null)[]} [content] its text, or its children
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, content = [], attributes = {}) {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (typeof content === 'string') element.textContent = content
  else element.append(...content.filter(child => child !== null))
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

/**
 * A button that does something.
 * @param {string} className
 * @param {string | (Node | null)[]} content
 * @param {(event: MouseEvent) => void} act
 * @returns {HTMLButtonElement}
 */
export function button(className, content, act) {
  const element = make('button', className, content, { type: 'button' })
  element.addEventListener('click', act)
  return element
}

/** Whether this is used with a finger: then the keyboard must not open by itself. */
export function isTouch() {
  return matchMedia('(pointer: coarse)').matches
}
