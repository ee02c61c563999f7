package cn.lantai.media.recording;

import java.util.Optional;

/**
 * What is said during a stretch of a recording.
 *
 * @param start in milliseconds
 * @param voice who says it
 * @param text without markup; lines are apart
 */
public record Cue(long start, long end, Optional<String> voice, String text) {

  public MediaTime.Span span() {
    return new MediaTime.Span(start, Optional.of(end));
  }
}
