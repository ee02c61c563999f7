// Does the work once, when so much time has gone by without another call.
export const pause = (work, ms) => {
  let waiting;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => work(...given), ms);
  };
};
