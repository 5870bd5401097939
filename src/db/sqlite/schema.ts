import { blob, index, integer, primaryKey, real, sql, sqliteTable, text, unique } from './drizzle.ts'
import type { HolidayRow } from '../../core/holidays.ts'
import type { Accumulation, Indicator } from '../../core/indicator.ts'
import type { Role } from '../../core/member.ts'
import type { UnitKind } from '../../core/unit-tree.ts'
import type { AuditAction } from '../stores/audit.ts'
import type { AlertRow } from '../stores/alerts.ts'
import type { InboxRow } from '../stores/inbox.ts'
import type { Counted } from '../stores/channels.ts'
import type { OutboxRow } from '../stores/outbox.ts'

/**
 * The tables. Properties are named as in `stores/`, so that a selected row is what the store gives.
 * Civil days are text `YYYY-MM-DD`; moments are integers, milliseconds since 1970.
 */
const strings = (column: string) => text(column, { mode: 'json' }).$type<readonly string[]>().notNull()

export const revisions = sqliteTable('revision', {
  subject: text().$type<'catalog' | 'observations'>().primaryKey(),
  value: integer().notNull(),
})

export const units = sqliteTable('unit', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  kind: text().$type<UnitKind>().notNull(),
  parent: text(),
  aliases: strings('aliases'),
  activeFrom: text('active_from'),
  activeTo: text('active_to'),
  mergedInto: text('merged_into'),
})

export const indicators = sqliteTable('indicator', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  numeratorLabel: text('numerator_label').notNull(),
  denominatorLabel: text('denominator_label').notNull(),
  accumulation: text().$type<Accumulation>().notNull(),
  points: real(),
  aliases: strings('aliases'),
  unit: text().$type<Indicator['unit']>().notNull(),
  max: real().notNull(),
  better: text().$type<Indicator['better']>().notNull(),
})

export const phases = sqliteTable('phase', {
  id: integer().primaryKey(),
  /** `campaign/phase` */
  key: text().notNull().unique(),
  campaign: text().notNull(),
  campaignName: text('campaign_name').notNull(),
  phase: text().notNull(),
  phaseName: text('phase_name').notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
  document: text().notNull(),
})

export const targets = sqliteTable('target', {
  id: integer().primaryKey(),
  /** `term|unit or kind|indicator`, see `targetKey`. */
  key: text().notNull().unique(),
  campaign: text(),
  phase: text(),
  year: integer(),
  unit: text().references(() => units.code),
  kind: text(),
  indicator: text()
    .notNull()
    .references(() => indicators.code),
  target: real(),
  document: text().notNull(),
  except: strings('except_units'),
})

export const members = sqliteTable('member', {
  id: integer().primaryKey(),
  member: text().notNull().unique(),
  name: text().notNull(),
  role: text().$type<Role>().notNull(),
  unit: text()
    .notNull()
    .references(() => units.code),
  activeTo: text('active_to'),
})

/** Days that a year decides otherwise than the law's rule: off, or worked. */
export const holidays = sqliteTable('holiday', {
  id: integer().primaryKey(),
  date: text().notNull().unique(),
  name: text().notNull(),
  kind: text().$type<HolidayRow['kind']>().notNull(),
})

/** Aliases that an operator added; kept apart from the imported ones so that importing a file again keeps them. */
export const addedAliases = sqliteTable(
  'added_alias',
  {
    id: integer().primaryKey(),
    kind: text().$type<'unit' | 'indicator'>().notNull(),
    code: text().notNull(),
    alias: text().notNull(),
  },
  table => [unique().on(table.kind, table.code, table.alias)],
)

export const imports = sqliteTable(
  'import',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().notNull(),
    file: text().notNull(),
    hash: text().notNull(),
    at: integer().notNull(),
    rows: integer().notNull(),
    added: integer().notNull(),
    changed: integer().notNull(),
    unchanged: integer().notNull(),
    undoneAt: integer('undone_at'),
    /** While its rows are stored in parts: until when whoever stores them must be heard of again. Nobody sees them so long. */
    storingUntil: integer('storing_until'),
  },
  table => [
    index('import_storing')
      .on(table.id)
      .where(sql`storing_until is not null`),
  ],
)

/** What an import of the catalog changed, one record a row, so that it can be undone. Observations carry their import themselves. */
export const importChanges = sqliteTable(
  'import_change',
  {
    id: integer().primaryKey(),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
    key: text().notNull(),
    /** JSON of the record, or null where there was (is) none. */
    before: text('before_record'),
    after: text('after_record'),
  },
  table => [index('import_change_by_import').on(table.importId), index('import_change_by_key').on(table.key)],
)

/** Every stored revision of every figure. Ids are never used again, so that a traced figure stays what it was. */
export const observations = sqliteTable(
  'observation',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: text()
      .notNull()
      .references(() => units.code),
    indicator: text()
      .notNull()
      .references(() => indicators.code),
    from: text('from_day').notNull(),
    to: text('to_day').notNull(),
    /** Middle day of the period: decides to which window it belongs. */
    middle: text().notNull(),
    numerator: integer(),
    denominator: integer(),
    value: real(),
    note: text().notNull(),
    recordedAt: integer('recorded_at').notNull(),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
  },
  table => [
    index('observation_by_indicator').on(table.indicator, table.middle),
    index('observation_by_unit').on(table.unit, table.indicator, table.middle),
  ],
)

export const alerts = sqliteTable(
  'alert',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: text().notNull(),
    indicator: text().notNull(),
    term: text().notNull(),
    state: text().$type<AlertRow['state']>().notNull(),
    pace: text().$type<NonNullable<AlertRow['pace']>>(),
    value: real().notNull(),
    expected: real(),
    target: real().notNull(),
    episode: integer().notNull(),
    openedAt: integer('opened_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    toldAt: integer('told_at'),
    toldState: text('told_state').$type<NonNullable<AlertRow['toldState']>>(),
    newestRow: integer('newest_row').notNull().default(0),
    steady: integer().notNull().default(1),
    damped: integer({ mode: 'boolean' }).notNull().default(false),
    acknowledgedAt: integer('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    snoozedUntil: integer('snoozed_until'),
    explanation: text(),
    escalatedAt: integer('escalated_at'),
  },
  table => [unique().on(table.term, table.unit, table.indicator), index('alert_by_unit').on(table.unit)],
)

/** What units have written about their alerts: never changed; what was taken back says when. */
export const explanations = sqliteTable(
  'explanation',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: text().notNull(),
    indicator: text().notNull(),
    term: text().notNull(),
    episode: integer().notNull(),
    text: text().notNull(),
    author: text().notNull(),
    at: integer().notNull(),
    withdrawnAt: integer('withdrawn_at'),
  },
  table => [index('explanation_by_unit').on(table.unit)],
)

/** Explanations that somebody has asked a unit for. */
export const explanationRequests = sqliteTable('explanation_request', {
  id: integer().primaryKey({ autoIncrement: true }),
  unit: text().notNull(),
  asker: text().notNull(),
  askedAt: integer('asked_at').notNull(),
  /** Last civil day. */
  due: text().notNull(),
  remindedAt: integer('reminded_at'),
  answeredAt: integer('answered_at'),
  withdrawnAt: integer('withdrawn_at'),
})

export const evaluations = sqliteTable('evaluation', {
  term: text().primaryKey(),
  at: integer().notNull(),
})

export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    key: text().notNull().unique(),
    topic: text().notNull(),
    facts: text().notNull(),
    member: text(),
    chat: integer(),
    state: text().$type<OutboxRow['state']>().notNull(),
    notBefore: integer('not_before').notNull(),
    attempts: integer().notNull(),
    leaseUntil: integer('lease_until'),
    owner: text(),
    heldFor: text('held_for'),
    ambiguousAt: integer('ambiguous_at'),
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    messageId: text('message_id'),
    partsLeft: integer('parts_left'),
  },
  table => [
    index('outbox_by_state').on(table.state, table.notBefore),
    // Answers to people come before everything else, however much waits: the order in which rows are taken.
    index('outbox_waiting')
      .on(sql`(topic <> 'reply')`, table.notBefore, table.id)
      .where(sql`state IN ('queued', 'held')`),
    index('outbox_in_flight')
      .on(table.chat)
      .where(sql`state = 'claimed'`),
  ],
)

export const inbox = sqliteTable(
  'inbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    channel: text().notNull(),
    updateId: text('update_id').notNull(),
    address: text().notNull(),
    text: text().notNull(),
    /** What was sent, as a channel tells it; rows of before it was kept are texts. */
    kind: text().$type<InboxRow['kind']>().notNull().default('text'),
    album: text(),
    /** The message of ours under which a button was pressed. */
    messageId: text('message_id'),
    /** In a group who wrote: the address of a chat with that person alone. */
    sender: text(),
    private: integer({ mode: 'boolean' }).notNull(),
    sentAt: integer('sent_at').notNull(),
    receivedAt: integer('received_at').notNull(),
    doneAt: integer('done_at'),
  },
  table => [
    unique().on(table.channel, table.updateId),
    index('inbox_pending')
      .on(table.channel, table.address, table.id)
      .where(sql`done_at is null`),
  ],
)

/** What a platform has handed over and was told so, as it came, until it stands in the inbox. */
export const arrivals = sqliteTable('arrival', {
  id: integer().primaryKey({ autoIncrement: true }),
  channel: text().notNull(),
  body: text().notNull(),
})

export const chats = sqliteTable(
  'chat',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    channel: text().notNull(),
    address: text().notNull(),
    member: text(),
    linkedAt: integer('linked_at'),
    goneAt: integer('gone_at'),
    failingSince: integer('failing_since'),
    seenAt: integer('seen_at'),
    linkedAs: text('linked_as'),
    pending: text(),
    pendingAt: integer('pending_at'),
    mutedAt: integer('muted_at'),
    preferredAt: integer('preferred_at'),
    strangerToldAt: integer('stranger_told_at'),
  },
  table => [unique().on(table.channel, table.address), index('chat_by_member').on(table.member)],
)

/** Groups into which digests of a unit go; who wanted that, and when. */
export const digestGroups = sqliteTable('digest_group', {
  chat: integer().primaryKey(),
  unit: text().notNull(),
  by: text('opened_by').notNull(),
  at: integer().notNull(),
})

export const invites = sqliteTable(
  'invite',
  {
    codeHash: text('code_hash').primaryKey(),
    member: text().notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    endedAt: integer('ended_at'),
  },
  table => [index('invite_by_member').on(table.member)],
)

export const wrongCodes = sqliteTable(
  'wrong_code',
  {
    id: integer().primaryKey(),
    channel: text().notNull(),
    address: text().notNull(),
    at: integer().notNull(),
  },
  table => [index('wrong_code_by_chat').on(table.channel, table.address, table.at)],
)

/** When the next call may be made, to a channel, a chat, a group: shared by all processes, and kept over restarts. */
export const paces = sqliteTable('pace', {
  key: text().primaryKey(),
  at: real().notNull(),
})

export const conversations = sqliteTable('conversation', {
  chatKey: text('chat_key').primaryKey(),
  state: text().notNull(),
  at: integer().notNull(),
})

export const subscriptions = sqliteTable(
  'subscription',
  {
    id: integer().primaryKey(),
    member: text().notNull(),
    kind: text().notNull(),
    at: integer().notNull(),
    active: integer({ mode: 'boolean' }).notNull(),
  },
  table => [unique().on(table.member, table.kind)],
)

/** How a person gets digests, whichever they are; without a row as the province does. */
export const digestPreferences = sqliteTable('digest_preference', {
  member: text().primaryKey(),
  hour: text(),
  weekday: integer(),
  pausedUntil: text('paused_until'),
  onlyNews: integer('only_news', { mode: 'boolean' }).notNull(),
})

export const schedule = sqliteTable('schedule', {
  job: text().primaryKey(),
  slot: integer().notNull(),
  at: integer().notNull(),
})

export const settings = sqliteTable('setting', {
  name: text().primaryKey(),
  value: text().notNull(),
})

/** Who did what. Triggers refuse to change or remove a row. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    actor: text().notNull(),
    chat: integer(),
    action: text().$type<AuditAction>().notNull(),
    object: text().notNull(),
    before: text('before_value'),
    after: text('after_value'),
  },
  table => [index('audit_by_time').on(table.at), index('audit_by_object').on(table.object)],
)

export const unanswered = sqliteTable('unanswered', {
  text: text().primaryKey(),
  times: integer().notNull(),
  lastAt: integer('last_at').notNull(),
})

export const webLines = sqliteTable(
  'web_line',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    address: text().notNull(),
    at: integer().notNull(),
    json: text().notNull(),
  },
  table => [index('web_line_by_address').on(table.address, table.id)],
)

export const webFiles = sqliteTable(
  'web_file',
  {
    line: integer()
      .notNull()
      .references(() => webLines.id, { onDelete: 'cascade' }),
    slot: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  table => [primaryKey({ columns: [table.line, table.slot] })],
)

export const channelFiles = sqliteTable('channel_file', {
  key: text().primaryKey(),
  name: text().notNull(),
  type: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  until: integer('until_ms').notNull(),
})

export const channelCounts = sqliteTable(
  'channel_count',
  {
    channel: text().notNull(),
    /** `2026-11`, by the province's time zone. */
    month: text().notNull(),
    counted: text().$type<Counted>().notNull(),
    count: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.channel, table.month, table.counted] })],
)

export const channelContacts = sqliteTable(
  'channel_contact',
  {
    channel: text().notNull(),
    address: text().notNull(),
    heardAt: integer('heard_at').notNull(),
    follows: integer({ mode: 'boolean' }).notNull(),
    phone: text(),
  },
  table => [primaryKey({ columns: [table.channel, table.address] })],
)

export const channelValues = sqliteTable(
  'channel_value',
  {
    channel: text().notNull(),
    name: text().notNull(),
    value: text().notNull(),
  },
  table => [primaryKey({ columns: [table.channel, table.name] })],
)
