package cn.lantai.media.recording;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Ogg (RFC 3533) with Opus or Vorbis. All pages are walked by their heads, so links of a chain
 * count each, and a missing end is noticed.
 */
final class OggReader {

  private static final int HEAD = 27;
  private static final int CONTINUED = 1;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int MOST_STREAMS = 1_000;
  private static final int OPUS_RATE = 48_000;

  private final Bytes bytes;
  private final Map<Long, Stream> streams = new HashMap<>();
  private String codec = "";

  OggReader(Bytes bytes) {
    this.bytes = bytes;
  }

  /** A logical stream. */
  private static final class Stream {
    private final long rate;
    private final long skipped;
    private long samples;
    private boolean ended;

    Stream(long rate, long skipped) {
      this.rate = rate;
      this.skipped = skipped;
    }

    double seconds() {
      return Math.max(0, (double) (samples - skipped) / rate);
    }
  }

  Technical read() throws IOException, RefusedRecordingException {
    long at = 0;
    while (at < bytes.size()) {
      if (!bytes.has(at, "OggS")) {
        if (at + 4 > bytes.size()) {
          throw RefusedRecordingException.truncated();
        }
        throw RefusedRecordingException.broken("页与页不相接", "its pages do not follow each other");
      }
      int segments = bytes.u8(at + 26);
      long body = 0;
      for (int i = 0; i < segments; i++) {
        body += bytes.u8(at + HEAD + i);
      }
      long content = at + HEAD + segments;
      if (content + body > bytes.size()) {
        throw RefusedRecordingException.truncated();
      }
      page(at, content);
      at = content + body;
    }
    if (streams.values().stream().anyMatch(stream -> !stream.ended)) {
      throw RefusedRecordingException.truncated();
    }
    double seconds = streams.values().stream().mapToDouble(Stream::seconds).sum();
    return Technical.sound("audio/ogg", codec, seconds);
  }

  private void page(long at, long content) throws IOException, RefusedRecordingException {
    int flags = bytes.u8(at + 5);
    long serial = bytes.little(at + 14, 4);
    if ((flags & FIRST) != 0) {
      if (streams.values().stream().anyMatch(stream -> !stream.ended)) {
        throw RefusedRecordingException.unplayable(
            "Ogg（多路 several streams）", RefusedRecordingException.EITHER);
      }
      if (streams.size() > MOST_STREAMS || streams.containsKey(serial)) {
        throw RefusedRecordingException.broken("流的编号重复", "a stream occurs twice");
      }
      streams.put(serial, stream(content));
    }
    Stream stream = streams.get(serial);
    if (stream == null) {
      throw RefusedRecordingException.broken("流没有开头", "a stream lacks its beginning");
    }
    long granule = bytes.little(at + 6, 8);
    if (granule > 0 && (flags & (FIRST | CONTINUED)) != (FIRST | CONTINUED)) {
      stream.samples = Math.max(stream.samples, granule);
    }
    stream.ended |= (flags & LAST) != 0;
  }

  private Stream stream(long content) throws IOException, RefusedRecordingException {
    if (bytes.has(content, "OpusHead")) {
      codec = "Opus";
      return new Stream(OPUS_RATE, bytes.little(content + 10, 2));
    }
    if (bytes.has(content, "\u0001vorbis")) {
      codec = "Vorbis";
      long rate = bytes.little(content + 12, 4);
      if (rate == 0) {
        throw RefusedRecordingException.broken("没有采样率", "it lacks a sampling rate");
      }
      return new Stream(rate, 0);
    }
    if (bytes.has(content, "\u0080theora")) {
      throw RefusedRecordingException.unplayable("Theora", RefusedRecordingException.FILM);
    }
    throw RefusedRecordingException.unplayable(
        "Ogg（既非 Opus 也非 Vorbis; neither Opus nor Vorbis）", RefusedRecordingException.SOUND);
  }
}
