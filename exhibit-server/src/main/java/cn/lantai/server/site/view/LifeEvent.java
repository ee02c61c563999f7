package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a chronology (年谱).
 *
 * @param year in large figures, such as {@code 1913} or {@code 1913—1916}
 * @param day the rest of the date, such as {@code 二月廿三日}
 * @param age in full years at the time
 */
public record LifeEvent(
    Text year,
    Optional<Text> day,
    Optional<Integer> age,
    List<Text> text,
    Footing footing,
    Optional<RecordCard> record) {
  public LifeEvent {
    Objects.requireNonNull(year);
    Objects.requireNonNull(day);
    Objects.requireNonNull(age);
    text = List.copyOf(text);
    Objects.requireNonNull(footing);
    Objects.requireNonNull(record);
  }
}
