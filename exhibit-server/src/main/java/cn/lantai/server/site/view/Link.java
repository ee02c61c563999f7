package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/** Something named that may have a page of its own: without an address it is shown as text. */
public record Link(Text label, Optional<String> href) {
  public Link {
    Objects.requireNonNull(label);
    Objects.requireNonNull(href);
  }

  public static Link to(Text label, String href) {
    return new Link(label, Optional.of(href));
  }

  public static Link unlinked(Text label) {
    return new Link(label, Optional.empty());
  }
}
