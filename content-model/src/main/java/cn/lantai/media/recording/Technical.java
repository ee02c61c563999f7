package cn.lantai.media.recording;

import cn.lantai.media.PixelSize;
import java.util.Optional;

/**
 * What a file says of itself.
 *
 * @param mediaType such as {@code video/mp4}
 * @param codecs what is in it, in words for readers: {@code H.264, AAC}
 * @param millis how long it is; more than 0
 * @param size of the picture; empty if it is sound alone
 */
public record Technical(String mediaType, String codecs, long millis, Optional<PixelSize> size) {

  /** A week; a file that says more is mistaken. */
  static final long LONGEST = 7L * 24 * 3600 * 1000;

  /** Sound alone. */
  static Technical sound(String mediaType, String codecs, double seconds)
      throws RefusedRecordingException {
    return of(mediaType, codecs, seconds, Optional.empty());
  }

  static Technical of(String mediaType, String codecs, double seconds, Optional<PixelSize> size)
      throws RefusedRecordingException {
    double millis = seconds * 1000;
    if (!(millis >= 1)) {
      throw RefusedRecordingException.withoutDuration();
    }
    if (millis > LONGEST) {
      throw RefusedRecordingException.broken("时长不可能有这么长", "it cannot be as long as it says");
    }
    return new Technical(mediaType, codecs, Math.round(millis), size);
  }
}
