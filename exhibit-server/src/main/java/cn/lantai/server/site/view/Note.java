package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/** A numbered source at the foot of a page; statements refer to it by its number. */
public record Note(int number, Text text, Optional<String> href) {
  public Note {
    Objects.requireNonNull(text);
    Objects.requireNonNull(href);
  }
}
