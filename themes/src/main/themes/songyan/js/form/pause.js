/** Does the work once, when so much time has gone by without another call; `now` waits no longer. */
export const pause = (work, ms) => {
  let waiting;
  const later = (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = undefined;
      work(...given);
    }, ms);
  };
  later.now = () => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    work();
  };
  return later;
};
