import { createTelegrafGateway } from '../../../src/channels/telegram/telegraf-gateway.ts'
import { createGrammyGateway } from './grammy-gateway.ts'
import type { MakeGateway } from './telegram-world.ts'

/** The contract is the same whichever library carries the calls. */
export const GATEWAYS: [string, MakeGateway][] = [
  ['telegraf', createTelegrafGateway],
  ['grammy', createGrammyGateway],
]
