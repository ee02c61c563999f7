package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement with its sources.
 *
 * @param disputed accounts differ, and the text says how
 * @param notes numbers of {@link Note}s on the same page
 */
public record Claim(
    Text text, boolean disputed, Optional<Certainty> certainty, List<Integer> notes) {
  public Claim {
    Objects.requireNonNull(text);
    Objects.requireNonNull(certainty);
    notes = List.copyOf(notes);
  }
}
