package cn.lantai.media;

/** The bytes offered are no image that can be kept and served; nothing has been stored. */
public final class UnreadableImageException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why an image is refused. */
  public enum Kind {
    UNKNOWN_FORMAT("media.unreadable.format"),
    BROKEN("media.unreadable.broken"),
    TRUNCATED("media.unreadable.truncated"),
    TOO_LARGE("media.unreadable.too-large"),
    EMPTY("media.unreadable.empty"),
    NO_SUCH_PAGE("media.unreadable.page");

    private final String messageKey;

    Kind(String messageKey) {
      this.messageKey = messageKey;
    }
  }

  private final Kind kind;

  UnreadableImageException(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  UnreadableImageException(Kind kind, String reason, Throwable cause) {
    super(reason, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Key of the sentence to show, in the messages of the interface. */
  public String messageKey() {
    return kind.messageKey;
  }

  /** A plain English sentence for logs and job reports. */
  public String reason() {
    return getMessage();
  }
}
