package cn.lantai.server.runtime;

/** The request cannot be answered as asked; the key names the message that says why. */
public class RequestRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String key;
  private final String detail;

  public RequestRefusedException(int status, String key) {
    this(status, key, "");
  }

  /**
   * @param detail what is particular to this request ("line 3, column 7"); may be empty
   */
  public RequestRefusedException(int status, String key, String detail) {
    super(status + " " + key + (detail.isEmpty() ? "" : ": " + detail));
    this.status = status;
    this.key = key;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  public String key() {
    return key;
  }

  public String detail() {
    return detail;
  }
}
