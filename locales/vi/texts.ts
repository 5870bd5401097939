import { answers } from './answers.ts'
import { audit } from './audit.ts'
import { channels } from './channels.ts'
import { charts } from './charts.ts'
import { choices } from './choices.ts'
import { cli } from './cli.ts'
import { conditions } from './conditions.ts'
import { config } from './config.ts'
import { definitions } from './definitions.ts'
import { digests } from './digests.ts'
import { features } from './features.ts'
import { figures } from './figures.ts'
import { findings } from './findings.ts'
import { imports } from './imports.ts'
import { notices } from './notices.ts'
import { operation } from './operation.ts'
import { people } from './people.ts'
import { periods } from './periods.ts'
import { settings } from './settings.ts'
import { sheets } from './sheets.ts'
import { system } from './system.ts'
import { units } from './units.ts'

/** All that is said in Vietnamese through `Words`, by room of thought. */
export const texts = {
  answers,
  audit,
  channels,
  charts,
  choices,
  cli,
  conditions,
  config,
  definitions,
  digests,
  features,
  figures,
  findings,
  imports,
  notices,
  operation,
  people,
  periods,
  settings,
  sheets,
  system,
  units,
} as const

export type Texts = typeof texts
