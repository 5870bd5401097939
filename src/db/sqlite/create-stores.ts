import type { Actor } from '../stores/audit.ts'
import type { Stores } from '../stores/database.ts'
import { auditStore } from './audit.ts'
import { alertStore } from './alerts.ts'
import { arrivalStore } from './arrivals.ts'
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

/**
 * Every store over one connection. A store is made, and its statements are prepared, when it is first asked for: what
 * opens a database uses a few of them. `actor` says who writes at the moment.
 */
export function createStores(connection: Connection, cache: Cache, actor: () => Actor): Stores {
  const revisions = createRevisions(connection, cache)
  const audit = auditStore(connection, actor)
  return {
    audit,
    arrivals: arrivalStore(connection),
    get catalog() {
      return keep(this, 'catalog', catalogStore(connection, revisions, cache))
    },
    get observations() {
      return keep(this, 'observations', observationStore(connection, revisions, cache))
    },
    get imports() {
      return keep(this, 'imports', importStore(connection, audit, revisions))
    },
    get alerts() {
      return keep(this, 'alerts', alertStore(connection))
    },
    get explanations() {
      return keep(this, 'explanations', explanationStore(connection))
    },
    get outbox() {
      return keep(this, 'outbox', outboxStore(connection))
    },
    get inbox() {
      return keep(this, 'inbox', inboxStore(connection))
    },
    get pace() {
      return keep(this, 'pace', paceStore(connection))
    },
    get chats() {
      return keep(this, 'chats', chatStore(connection))
    },
    get conversations() {
      return keep(this, 'conversations', conversationStore(connection))
    },
    get subscriptions() {
      return keep(this, 'subscriptions', subscriptionStore(connection))
    },
    get schedule() {
      return keep(this, 'schedule', scheduleStore(connection))
    },
    get settings() {
      return keep(this, 'settings', settingStore(connection, cache))
    },
    get unanswered() {
      return keep(this, 'unanswered', unansweredStore(connection))
    },
    get webLines() {
      return keep(this, 'webLines', webLineStore(connection))
    },
    get channels() {
      return keep(this, 'channels', channelStore(connection))
    },
    get people() {
      return keep(this, 'people', peopleStore(connection))
    },
  }
}

/** Puts what was made in the place of the getter that made it. */
function keep<S>(stores: Stores, name: keyof Stores, store: S): S {
  Object.defineProperty(stores, name, { value: store })
  return store
}
