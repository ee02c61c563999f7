package cn.lantai.journal;

/** The database cannot be used; the message is one sentence for whoever runs the server. */
public final class DatabaseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
