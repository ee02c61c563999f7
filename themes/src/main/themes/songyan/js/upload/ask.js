/** The server was not reached. */
export class Failure extends Error {}

/** The server said no, and why. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

let token;

/** Asks the API in the name of the session. */
export async function ask(address, { headers, ...given } = {}) {
  token ??= await fresh();
  let answer;
  try {
    answer = await fetch(address, { ...given, headers: { 'X-CSRF-Token': token, Accept: 'application/json', ...headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Failure(failure.message);
  }
  if (answer.ok) return answer;
  // Who signs in again has another one.
  if (answer.status === 401 || answer.status === 403) token = undefined;
  const problem = await answer.json().catch(() => ({}));
  throw new Refusal(answer.status, [problem.title, problem.detail].filter(Boolean).join('。') || answer.statusText);
}

async function fresh() {
  let answer;
  try {
    answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
  } catch (failure) {
    throw new Failure(failure.message);
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const form = page.querySelector('form[action*="?csrf="]');
  if (!form) throw new Refusal(401, '');
  return new URL(form.getAttribute('action'), location.href).searchParams.get('csrf');
}
