package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/**
 * A window or a frame that a viewer has opened for the IIIF Authorization Flow API 2.0. A script
 * does what it is for; the words are for who sees it without.
 *
 * @param message what to tell the page around the frame
 */
public record ImageAccessView(Outcome outcome, Optional<Message> message) implements PageView {
  public ImageAccessView {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(message);
  }

  @Override
  public String template() {
    return "image-access";
  }

  /** What has come of it. */
  public enum Outcome {
    GRANTED,
    REFUSED,
    LEFT
  }

  /**
   * A message of the access token service.
   *
   * @param origin the only one that it is for
   */
  public record Message(String json, String origin) {
    public Message {
      Objects.requireNonNull(json);
      Objects.requireNonNull(origin);
    }
  }
}
