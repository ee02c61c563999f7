package cn.lantai.date;

import cn.lantai.entity.LocalizedText;
import java.util.Optional;

/** What came of reading a date in words: the date and how it was read, or why it was not. */
public sealed interface DateReading {

  /** The date, if there is one and nothing about it depends on a choice that the words leave. */
  default Optional<EdtfDate> certain() {
    return this instanceof Read read && read.isCertain()
        ? Optional.of(read.edtf())
        : Optional.empty();
  }

  /**
   * @param explanation how the words were understood, to be shown beside the field
   * @param isCertain whether the words alone, or the context that was given for them, allow no
   *     other reading
   */
  record Read(EdtfDate edtf, LocalizedText explanation, boolean isCertain) implements DateReading {}

  record Refused(LocalizedText reason, LocalizedText remedy) implements DateReading {}
}
