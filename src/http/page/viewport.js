/** Gives the page the height that a phone's keyboard leaves, where the keyboard lies over the page (iOS). */
export function followViewport() {
  const view = visualViewport
  view?.addEventListener('resize', () => {
    if (view.scale !== 1) return
    document.documentElement.style.setProperty('--height', `${view.height}px`)
    scrollTo(0, 0)
  })
}
