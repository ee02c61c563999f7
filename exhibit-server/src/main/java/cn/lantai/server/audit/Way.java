package cn.lantai.server.audit;

/** In what capacity somebody acts. The names are stored, so they never change. */
public enum Way {
  /** Signed in with an account. */
  ACCOUNT,
  /** A program with a token of an account. */
  TOKEN,
  /** With the data folder: by a command, or by the key that lies in it. */
  OPERATOR,
  /** The server by itself: by the clock, or in a job. */
  SERVER,
  /** Who has not signed in. */
  NOBODY
}
