import { channel } from 'node:diagnostics_channel'
import { UnfinishedError } from '../lib/side-thread.ts'

/** Where it is told which picture or spreadsheet could not be made: an `UnfinishedError` each. */
export const notMade = channel('chitieu:not-made')

/**
 * What goes with a text, or null where it could not be made: the text goes without it. Where the program stops it rejects,
 * so that the whole is made again later.
 */
export async function ifMade<Made>(attachment: Promise<Made>): Promise<Made | null> {
  try {
    return await attachment
  } catch (error) {
    if (!(error instanceof UnfinishedError) || error.reason === 'stopped') throw error
    notMade.publish(error)
    return null
  }
}
