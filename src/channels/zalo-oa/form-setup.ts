import { z } from 'zod'
import { parseJson } from '../../lib/parse-json.ts'
import type { Forms, SetupFault } from '../channel.ts'
import type { OaCall } from './api.ts'
import { isGood, type Template } from './templates.ts'

const TIMEOUT_MS = 5_000

const info = z.object({
  status: z.union([z.string(), z.number()]).transform(String).optional(),
  listParams: z.array(z.object({ name: z.string(), maxLength: z.number().optional() })).optional(),
})

/** Asks for each form that is declared whether it carries messages, and compares its fields with those declared. */
export async function formFaults(
  { templates, businessRoot: root }: { templates: readonly Template[]; businessRoot: string },
  call: OaCall,
): Promise<SetupFault[]> {
  const forms = new Map(templates.map(one => [one.template_id, one]))
  const all = await Promise.all([...forms.values()].map(async form => await faultsOf(form, root, call)))
  return all.flat()
}

async function faultsOf(form: Template, root: string, call: OaCall): Promise<SetupFault[]> {
  const template = form.template_id
  const path = `/template/info/v2?template_id=${encodeURIComponent(template)}`
  const came = await call({ method: 'GET', root, path, timeoutMs: TIMEOUT_MS })
  if (!came.ok) {
    const { code, description } = came.failure
    // Without a code nobody has judged the form.
    return code === null ? [] : [{ what: 'form', template, seen: `${code} ${description}`.trim() }]
  }
  const read = info.safeParse(came.result)
  if (!read.success) return []
  const { status, listParams } = read.data
  if (status !== undefined && !isGood(status)) return [{ what: 'form', template, seen: status }]
  if (listParams === undefined || fits(form, listParams)) return []
  const fields = listParams.map(({ name, maxLength: max }) => (max === undefined ? name : `${name} (${max})`))
  return [{ what: 'formFields', template, seen: fields.join(', ') }]
}

/** Every field of the form is filled by ours, no other, none with more letters than it takes. */
function fits(
  { params }: Template,
  fields: readonly { name: string; maxLength?: number | undefined }[],
): boolean {
  const names = fields.map(({ name }) => name)
  if (names.toSorted().join() !== Object.keys(params).toSorted().join()) return false
  return fields.every(({ name, maxLength }) => (params[name]?.max ?? 0) <= (maxLength ?? Infinity))
}

const quota = z.object({ remain: z.coerce.number().optional(), remainingQuota: z.coerce.number().optional() })

/**
 * The declared forms with what they cost.
 * @param kept the quota as the platform gave it with the form that was sent last, JSON; null before the first.
 */
export function formsOf(templates: readonly Template[], kept: string | null): Forms {
  const said = quota.safeParse(parseJson(kept ?? '')).data
  return {
    forms: templates.map(({ template_id: template, price = null }) => ({ template, price })),
    left: said?.remain ?? said?.remainingQuota ?? null,
  }
}
