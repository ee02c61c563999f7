/** The states of a draft that can be gone back to. */
export class History {
  static MOST = 100;

  constructor(state) {
    this.states = [state];
    this.at = 0;
  }

  add(state) {
    if (state.document === this.states[this.at].document) {
      this.states[this.at] = state;
      return;
    }
    this.states = [...this.states.slice(0, this.at + 1), state].slice(-History.MOST);
    this.at = this.states.length - 1;
  }

  /** Whether there is a state so many steps later, or before if negative. */
  has(steps) {
    return this.states[this.at + steps] !== undefined;
  }

  go(steps) {
    this.at += steps;
    return this.states[this.at];
  }
}
