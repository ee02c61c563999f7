package cn.lantai.server.security.openid;

/**
 * A provider that cannot be asked, or whose answer is not to be believed. The message is for the
 * log.
 */
public final class OpenIdException extends Exception {

  private static final long serialVersionUID = 1L;

  OpenIdException(String message) {
    super(message);
  }

  OpenIdException(String message, Throwable cause) {
    super(message, cause);
  }
}
