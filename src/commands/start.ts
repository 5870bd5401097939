import { main } from '../main.ts'
import type { Command } from './command.ts'

export const start: Command = {
  name: 'start',
  usage: 'start',
  positionals: [0, 0],
  options: {},
  run: async call => {
    await main(call.config, call.words)
    return { status: 'done', text: '', json: null }
  },
}
