import { z } from 'zod'
import { ROLES } from '../core/member.ts'
import { UNIT_KINDS } from '../core/unit-tree.ts'
import type { CatalogKind, CatalogRecords } from '../db/stores/catalog.ts'
import { parseJson } from '../lib/parse-json.ts'

const text = z.string().nullable()
const list = z.array(z.string())

/** Records as the journal of an import keeps them: rows outlive releases, so what is read back is checked. */
const SCHEMAS: { [K in CatalogKind]: z.ZodType<CatalogRecords[K]> } = {
  units: z.object({
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    kind: z.enum(UNIT_KINDS),
    parent: text,
    aliases: list,
    activeFrom: text,
    activeTo: text,
    mergedInto: text,
  }),
  indicators: z.object({
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    numeratorLabel: z.string(),
    denominatorLabel: z.string(),
    accumulation: z.enum(['sum', 'latest', 'published']),
    points: z.number().nullable(),
    aliases: list,
    unit: z.enum(['percent', 'points', 'place']),
    max: z.number(),
    better: z.enum(['higher', 'lower']),
  }),
  campaigns: z.object({
    campaign: z.string(),
    campaignName: z.string(),
    phase: z.string(),
    phaseName: z.string(),
    from: z.string(),
    to: z.string(),
    document: z.string(),
  }),
  targets: z.object({
    campaign: text,
    phase: text,
    year: z.number().nullable(),
    unit: text,
    kind: text,
    indicator: z.string(),
    target: z.number().nullable(),
    document: z.string(),
    except: list,
  }),
  members: z.object({
    member: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    unit: z.string(),
    activeTo: z.string().exactOptional(),
  }),
  holidays: z.object({ date: z.string(), name: z.string(), kind: z.enum(['off', 'work']) }),
}

/** The record that an entry of the journal holds. Throws where it holds none of the kind. */
export function recordIn<K extends CatalogKind>(kind: K, json: string): CatalogRecords[K] {
  return SCHEMAS[kind].parse(parseJson(json))
}
