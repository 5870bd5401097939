/** Colours that stay apart for who cannot tell red from green, on white. */
export const INK = {
  text: '#1b2733',
  soft: '#5a6775',
  grid: '#dde3e9',
  line: '#1f5fa8',
  met: '#1f5fa8',
  below: '#d97b29',
  plain: '#7c8a99',
  target: '#b3261e',
} as const

export const PICTURE_WIDTH = 1080

/** Sizes of letters, pixels: where a picture is shown 360 pixels wide, a third of it, none is smaller than 11. */
export const SIZE = { least: 34, name: 34, value: 36, last: 44, title: 46 } as const

export const FONT = 'Be Vietnam Pro'
