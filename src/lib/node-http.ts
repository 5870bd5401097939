/**
 * Node's `http`, taken as it is. Imported as an ES module all of its names are read, two of which load a client and a
 * WebSocket that nobody here uses: about a fifteenth of the time that the program takes to start.
 */
export const nodeHttp = process.getBuiltinModule('node:http')
