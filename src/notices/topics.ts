import { alert, escalation, recovered, reminder } from './alert.ts'
import { amended } from './amended.ts'
import { back } from './back.ts'
import { corrected } from './corrected.ts'
import { digest } from './digest.ts'
import { draft } from './draft.ts'
import { handed } from './handed.ts'
import { operation } from './operation.ts'
import { stale } from './stale.ts'
import { answered, request } from './request.ts'
import { unreached } from './unreached.ts'
import type { Sayable } from './topic.ts'

/** Everything that people are told unasked: the one list of topics. */
export const TOPICS = [
  alert,
  recovered,
  reminder,
  escalation,
  amended,
  corrected,
  stale,
  back,
  request,
  answered,
  handed,
  draft,
  unreached,
  digest,
  operation,
] as const

export type TopicName = (typeof TOPICS)[number]['name']

const byName = new Map<string, Pick<Sayable<TopicName, never, never>, 'compose'>>(
  TOPICS.map(topic => [topic.name, topic]),
)

/** The topic of this name, or undefined: a row may be of a later release. */
export function topicNamed(name: string): Pick<Sayable<TopicName, never, never>, 'compose'> | undefined {
  return byName.get(name)
}
