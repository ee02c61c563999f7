package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page that says what went wrong and what to do next.
 *
 * @param code the HTTP status
 * @param title what happened, where there is no page for the status and it would say too little
 * @param detail about this very case, safe to show
 * @param address what was asked for
 * @param suggestions things that may have been meant; general ways on are in the template
 * @param reference finds the case in the log
 */
public record ErrorView(
    Status status,
    int code,
    Optional<Text> title,
    Optional<Text> detail,
    Optional<String> address,
    List<Link> suggestions,
    Optional<String> reference)
    implements PageView {
  public ErrorView {
    Objects.requireNonNull(status);
    Objects.requireNonNull(title);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(address);
    suggestions = List.copyOf(suggestions);
    Objects.requireNonNull(reference);
  }

  @Override
  public String template() {
    return "error";
  }

  /** The answers that have a page. */
  public enum Status {
    BAD_REQUEST(400),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    GONE(410),
    TOO_MANY(429),
    BROKEN(500),
    UNAVAILABLE(503);

    private final int code;

    Status(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }

    /**
     * The page for an HTTP status; an unknown one counts as broken, or as a bad request below 500.
     */
    public static Status of(int code) {
      for (Status status : values()) {
        if (status.code == code) {
          return status;
        }
      }
      return code >= 400 && code < 500 ? BAD_REQUEST : BROKEN;
    }
  }
}
