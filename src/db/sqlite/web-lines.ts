import { and, asc, desc, eq, gt, sql } from './drizzle.ts'
import { webFiles, webLines } from './schema.ts'
import type { WebLineStore } from '../stores/web-lines.ts'
import type { Connection } from './connection.ts'

/** What was said in web chats, with the pictures and files. */
export function webLineStore(db: Connection): WebLineStore {
  const columns = { id: webLines.id, at: webLines.at, json: webLines.json }
  return {
    async append({ address, json, at, files }, keep) {
      const { lastInsertRowid } = db.insert(webLines).values({ address, json, at }).run()
      const line = Number(lastInsertRowid)
      for (const { slot, file } of files) {
        db.insert(webFiles)
          .values({ line, slot, name: file.name, type: file.type, bytes: Buffer.from(file.bytes) })
          .run()
      }
      const oldest = sql`(SELECT id FROM web_line WHERE address = ${address} ORDER BY id DESC LIMIT 1 OFFSET ${keep})`
      db.delete(webLines)
        .where(and(eq(webLines.address, address), sql`${webLines.id} <= ${oldest}`))
        .run()
      return line
    },
    async since(address, afterId, limit) {
      return db
        .select(columns)
        .from(webLines)
        .where(and(eq(webLines.address, address), gt(webLines.id, afterId)))
        .orderBy(asc(webLines.id))
        .limit(limit)
        .all()
    },
    async latest(address, limit) {
      const rows = db
        .select(columns)
        .from(webLines)
        .where(eq(webLines.address, address))
        .orderBy(desc(webLines.id))
        .limit(limit)
        .all()
      return rows.toReversed()
    },
    async file(address, id, slot) {
      const row = db
        .select({ name: webFiles.name, type: webFiles.type, bytes: webFiles.bytes })
        .from(webFiles)
        .innerJoin(webLines, eq(webFiles.line, webLines.id))
        .where(and(eq(webLines.address, address), eq(webLines.id, id), eq(webFiles.slot, slot)))
        .get()
      return row ?? null
    },
  }
}
