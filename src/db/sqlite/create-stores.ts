import type { Actor } from '../stores/audit.ts'
import type { Stores } from '../stores/database.ts'
import { auditStore } from './audit.ts'
import { alertStore } from './alerts.ts'
import type { Cache } from './cache.ts'
import { catalogStore } from './catalog.ts'
import { channelStore } from './channels.ts'
import { chatStore } from './chats.ts'
import type { Connection } from './connection.ts'
import { conversationStore } from './conversations.ts'
import { explanationStore } from './explanations.ts'
import { importStore } from './imports.ts'
import { inboxStore } from './inbox.ts'
import { observationStore } from './observations.ts'
import { outboxStore } from './outbox.ts'
import { paceStore } from './pace.ts'
import { peopleStore } from './people.ts'
import { createRevisions } from './revisions.ts'
import { scheduleStore } from './schedule.ts'
import { settingStore } from './settings.ts'
import { subscriptionStore } from './subscriptions.ts'
import { unansweredStore } from './unanswered.ts'
import { webLineStore } from './web-lines.ts'

/** Every store over one connection. Statements are prepared once, here. `actor` says who writes at the moment. */
export function createStores(connection: Connection, cache: Cache, actor: () => Actor): Stores {
  const revisions = createRevisions(connection)
  const audit = auditStore(connection, actor)
  return {
    catalog: catalogStore(connection, revisions, cache),
    observations: observationStore(connection, revisions, cache),
    imports: importStore(connection, audit, revisions),
    audit,
    alerts: alertStore(connection),
    explanations: explanationStore(connection),
    outbox: outboxStore(connection),
    inbox: inboxStore(connection),
    pace: paceStore(connection),
    chats: chatStore(connection),
    conversations: conversationStore(connection),
    subscriptions: subscriptionStore(connection),
    schedule: scheduleStore(connection),
    settings: settingStore(connection),
    unanswered: unansweredStore(connection),
    webLines: webLineStore(connection),
    channels: channelStore(connection),
    people: peopleStore(connection),
  }
}
