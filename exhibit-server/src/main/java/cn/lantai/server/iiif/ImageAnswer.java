package cn.lantai.server.iiif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What is sent for one question.
 *
 * @param headers the media type of the content among them
 * @param content never changed; of no bytes if none is sent, or none to {@code HEAD}
 * @param length of the content, sent or not; -1 if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImageAnswer(int status, List<Header> headers, byte[] content, int length)
    implements ImageReply {

  private static final int HOUR = 3600;
  private static final byte[] NOTHING = {};

  /** One header; none occurs twice. */
  public record Header(String name, String value) {}

  /** Gives each header to who sends it. */
  public void forEachHeader(BiConsumer<String, String> receiver) {
    headers.forEach(header -> receiver.accept(header.name(), header.value()));
  }

  /** An answer that is being put together. */
  static final class Draft {

    private final boolean head;
    private final List<Header> headers = new ArrayList<>();

    /** Any page may use images; that is what the standard is for. */
    Draft(ImageQuestion question) {
      head = question.method().equals("HEAD");
      header("Access-Control-Allow-Origin", "*");
      header("Access-Control-Expose-Headers", "Link, ETag");
    }

    Draft header(String name, String value) {
      headers.add(new Header(name, value));
      return this;
    }

    /** What is not for everyone is kept by the reader's own browser, and asked for each time. */
    Draft caching(boolean everyone) {
      return header("Cache-Control", everyone ? "public, max-age=" + HOUR : "private, no-cache");
    }

    ImageAnswer notModified() {
      return empty(304);
    }

    ImageAnswer allow(String methods) {
      return header("Allow", methods)
          .header("Access-Control-Allow-Methods", methods)
          .header("Access-Control-Allow-Headers", "Accept, If-None-Match")
          .header("Access-Control-Max-Age", Integer.toString(24 * HOUR))
          .empty(204);
    }

    ImageAnswer redirect(String address) {
      return header("Location", address).empty(303);
    }

    ImageAnswer problem(int status, String text) {
      header("Cache-Control", "no-store");
      byte[] content = (text + "\n").getBytes(StandardCharsets.UTF_8);
      return content(status, "text/plain;charset=UTF-8", content);
    }

    ImageAnswer send(String mediaType, byte[] content) {
      return content(200, mediaType, content);
    }

    private ImageAnswer empty(int status) {
      return new ImageAnswer(status, headers, NOTHING, -1);
    }

    private ImageAnswer content(int status, String mediaType, byte[] content) {
      header("Content-Type", mediaType);
      return new ImageAnswer(status, headers, head ? NOTHING : content, content.length);
    }
  }
}
