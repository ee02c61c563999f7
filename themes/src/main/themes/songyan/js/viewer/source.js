/** Why something did not come: offline, busy (with the seconds to wait), missing, gone or broken. */
export class Failure extends Error {
  constructor(kind, seconds = 0) {
    super(kind);
    this.kind = kind;
    this.seconds = seconds;
  }
}

const kinds = { 401: 'closed', 403: 'closed', 404: 'missing', 410: 'gone', 429: 'busy', 503: 'busy' };
const LONGEST_WAIT = 60;

/** fetch, with every way to fail as a Failure. */
export async function get(address, signal, accept) {
  let response;
  try {
    response = await fetch(address, { signal, headers: { Accept: accept } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Failure('offline');
  }
  if (response.ok) return response;
  const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  throw new Failure(kinds[response.status] ?? 'broken', Math.min(wait || 5, LONGEST_WAIT));
}

/** The info.json of an image. */
export async function imageInformation(address, signal) {
  const response = await get(address, signal, 'application/ld+json, application/json');
  try {
    return await response.json();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Failure('broken');
  }
}
