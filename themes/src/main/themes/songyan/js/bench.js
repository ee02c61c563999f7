// A page of the workbench that shows work under way follows it without being loaded anew. Without
// this script it is loaded again every few seconds.
const follow = async () => {
  const main = document.querySelector('main[data-live]');
  if (!main) return;
  if (!document.hidden) {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const fresh = page.querySelector('main');
        const focused = document.activeElement?.closest('main') && document.activeElement.textContent;
        main.replaceWith(fresh);
        if (focused) {
          [...fresh.querySelectorAll('a, button')].find(each => each.textContent === focused)?.focus();
        }
      }
    } catch {
      // The server is away for a moment.
    }
  }
  setTimeout(follow, Number(main.dataset.live));
};

setTimeout(follow, 1500);
