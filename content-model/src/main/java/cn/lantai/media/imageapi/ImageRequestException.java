package cn.lantai.media.imageapi;

/**
 * A request that the Image API does not allow, or that this service does not fulfil. The
 * specification wants status 400 for all of them: 501 is only for enlarging, which is built in.
 */
public final class ImageRequestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String messageKey;

  private ImageRequestException(String messageKey, String reason) {
    super(reason);
    this.messageKey = messageKey;
  }

  static ImageRequestException bad(String parameter, String reason) {
    return new ImageRequestException("image.request." + parameter, reason);
  }

  /** Key of the sentence to show, in the messages of the interface. */
  public String messageKey() {
    return messageKey;
  }

  /** A plain English sentence that says what to ask instead. */
  public String reason() {
    return getMessage();
  }
}
