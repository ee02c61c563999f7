package cn.lantai.server.site.view;

/** Why something about an account was refused. */
public enum AccountFault {
  NAME,
  NAME_TAKEN,
  SEPARATE,
  ONESELF,
  LAST,
  PASSWORD,
  SHORT,
  LONG,
  COMMON,
  LIKE_NAME,
  DIFFERENT,
  CODE,
  THROTTLED,
  SCOPE,
  TOKEN,
  CONNECTED
}
