import { parseJson } from '../../../src/lib/parse-json.ts'

export interface Form {
  params: Record<string, unknown>
  files: Record<string, { name: string; bytes: Buffer }>
}

/** The parameters of a request, as JSON or as a multipart form (whose JSON fields are read). */
export function readForm(contentType: string, body: Buffer): Form {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1]
  if (boundary !== undefined) return readMultipart(body, boundary)
  const value = parseJson(body.toString())
  return { params: { ...(typeof value === 'object' ? value : null) }, files: {} }
}

function readMultipart(body: Buffer, boundary: string): Form {
  const form: Form = { params: {}, files: {} }
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const split = part.indexOf('\r\n\r\n')
    const head = Buffer.from(part.slice(0, split), 'latin1').toString()
    const bytes = Buffer.from(part.slice(split + 4, -2), 'latin1')
    const name = /[; ]name="?([^";\r\n]+)/.exec(head)?.[1] ?? ''
    const file = /filename="?([^";\r\n]+)/.exec(head)?.[1]
    if (file !== undefined) form.files[name] = { name: file, bytes }
    else form.params[name] = fieldValue(bytes.toString())
  }
  for (const [name, value] of Object.entries(form.params)) {
    const attached = typeof value === 'string' && /^attach:\/\/(.+)$/.exec(value)?.[1]
    const file = attached && form.files[attached]
    if (file) {
      form.files[name] = file
      delete form.files[attached]
      delete form.params[name]
    }
  }
  return form
}

function fieldValue(text: string): unknown {
  return /^[[{]/.test(text) ? (parseJson(text) ?? text) : text
}
