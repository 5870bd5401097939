import { createServer } from 'node:http'
import { Telegraf } from 'telegraf'

/** A Telegraf webhook with nothing behind it: what a webhook costs before anything is done. */
const { BOT_TOKEN = '', BOT_SECRET = '' } = process.env
const bot = new Telegraf(BOT_TOKEN)
bot.on('message', () => undefined)
bot.botInfo = {
  id: 1,
  is_bot: true,
  first_name: 'bench',
  username: 'bench_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
}
const hook = bot.webhookCallback('/hook', { secretToken: BOT_SECRET })
const server = createServer((request, response) => void hook(request, response))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
})
process.on('SIGTERM', () => process.exit(0))
