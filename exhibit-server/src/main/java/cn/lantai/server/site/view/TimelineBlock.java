package cn.lantai.server.site.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Dated entries in order; the space between two grows with the time between them. */
public record TimelineBlock(Optional<Text> heading, List<Entry> entries, List<Link> sources)
    implements Block {
  /** The widest space, in steps of the style sheet. */
  private static final int STEPS = 12;

  public TimelineBlock {
    Objects.requireNonNull(heading);
    entries = List.copyOf(entries);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "timeline";
  }

  /** For each entry the space before it, from 0 to 12, 0 also where a date is unknown. */
  public List<Integer> gaps() {
    List<Long> days = new ArrayList<>();
    long longest = 1;
    for (int i = 0; i < entries.size(); i++) {
      long gap = 0;
      if (i > 0 && entries.get(i - 1).start().isPresent() && entries.get(i).start().isPresent()) {
        gap =
            Math.max(
                0,
                ChronoUnit.DAYS.between(
                    entries.get(i - 1).start().get(), entries.get(i).start().get()));
      }
      longest = Math.max(longest, gap);
      days.add(gap);
    }
    long scale = longest;
    // A square root keeps short gaps visible beside very long ones.
    return days.stream().map(d -> (int) Math.round(STEPS * Math.sqrt((double) d / scale))).toList();
  }

  /**
   * One entry.
   *
   * @param date as shown, in the page's language
   * @param edtf for the {@code datetime} attribute; empty where HTML has no such form
   * @param start earliest day that the date allows; only used for spacing
   * @param key stands out
   */
  public record Entry(
      Text date,
      Optional<String> edtf,
      Optional<LocalDate> start,
      Optional<Text> heading,
      List<Passage> text,
      boolean key) {
    public Entry {
      Objects.requireNonNull(date);
      Objects.requireNonNull(edtf);
      Objects.requireNonNull(start);
      Objects.requireNonNull(heading);
      text = List.copyOf(text);
    }
  }
}
