package cn.lantai.server.audit;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is told of an act beside its object. Never a password, a code or another secret. The names
 * are stored, so they never change.
 */
public enum AuditKey {
  REASON,
  ROLE,
  SCOPE,
  PERSON,
  SECOND_FACTOR,
  SESSIONS,
  TOKEN,
  OPENID,
  UNKNOWN_ACCOUNT,
  MANY,
  KIND,
  NAMES,
  PATH,
  TRIAL,
  PUBLISH,
  FORMAT,
  PART,
  ONLY_PUBLIC,
  FIELD,
  OPERATION,
  DONE,
  RESULT,
  COMMAND,
  ARGUMENTS,
  METHOD,
  VERSION,
  SETTINGS,
  TASK,
  OPENS,
  CLOSES,
  FILTER,
  ROWS,
  FIRST_BROKEN,
  LINK;

  /** Empty for a name of another version of the program. */
  public static Optional<AuditKey> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
