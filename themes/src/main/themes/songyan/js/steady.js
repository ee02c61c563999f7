// Forms in which somebody writes at length: what is written stays in its fields until the server has
// it, whether the network or the session ends meanwhile. Without this script a form is sent as any other.

const fetched = (address, given) => fetch(address, { headers: { Accept: 'text/html' }, ...given });
const isSignIn = answer => new URL(answer.url).pathname === '/signin';

function tell(form, text, link) {
  const told = document.createElement('p');
  told.className = 'err im-wide';
  told.setAttribute('role', 'alert');
  told.append(text);
  if (link) {
    const way = Object.assign(document.createElement('a'), { href: '/signin', target: '_blank', textContent: link });
    told.append(' ', way);
  }
  form.querySelector('[role=alert].err')?.remove();
  form.append(told);
}

const read = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');

/** Takes over the token of a session that began in another window; false if there is none. */
async function renewed(form) {
  const answer = await fetched(location.href);
  if (!answer.ok || isSignIn(answer)) return false;
  const page = await read(answer);
  const token = page.querySelector('main [name=csrf]')?.value;
  const field = form.elements.csrf;
  if (!token || token === field.value) return false;
  field.value = token;
  return true;
}

/** What was refused is told beside the form, unless the answer has the form with what is wrong in it. */
function refused(form, button, page) {
  if (!page.querySelector('[data-failed]')) {
    tell(form, [...page.querySelectorAll('main :is(h1, .lede, .fault-detail)')].map(each => each.textContent.trim()).join(' '));
    return;
  }
  if (button?.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }));
  form.submit();
}

/** Scripts are not told to which part of a page an answer leads; the form knows. */
function goOn(form, address) {
  const there = form.dataset.then ? `${address}#${form.dataset.then}` : address;
  form.reset();
  if (address !== location.href.replace(/#.*/, '')) {
    location.assign(there);
    return;
  }
  window.history.replaceState(null, '', there);
  location.reload();
}

async function send(form, button) {
  const post = () => fetched(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
  let answer = await post();
  if (answer.status === 403 && (await renewed(form))) answer = await post();
  if (isSignIn(answer)) tell(form, form.dataset.expired, form.dataset.signIn);
  else if (answer.status >= 500) tell(form, form.dataset.failed);
  else if (answer.redirected) goOn(form, answer.url);
  else refused(form, button, await read(answer));
}

let sending = false;
document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('[data-failed]')) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  try {
    await send(form, event.submitter);
  } catch {
    tell(form, form.dataset.failed);
  }
  sending = false;
});
