package cn.lantai.server.security;

/** An account cannot be made, or changed, as asked. */
public final class AccountRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  AccountRefusedException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why. */
  public enum Reason {
    /** No name: letters, digits, dots, hyphens and underlines, up to forty. */
    NAME,
    NAME_TAKEN,
    /** 三员: the account has another of the three roles. */
    SEPARATE,
    /** Nobody changes roles of his own, or disables himself. */
    ONESELF,
    /** Without it nobody could make accounts any more. */
    LAST,
    /** The password that was to prove who is asking is not the account's. */
    PASSWORD,
    SHORT,
    LONG,
    COMMON,
    LIKE_NAME,
    DIFFERENT,
    CODE,
    /** A token without a name, or for nothing that the account may do, or one too many. */
    TOKEN,
    /** Who has signed in at the OpenID provider has another account. */
    CONNECTED
  }
}
