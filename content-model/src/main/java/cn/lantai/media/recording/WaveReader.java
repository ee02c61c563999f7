package cn.lantai.media.recording;

import java.io.IOException;

/** RIFF WAVE with samples as they are. */
final class WaveReader {

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int MOST_CHUNKS = 10_000;

  /** What programs write that do not know the length beforehand. */
  private static final long UNKNOWN = 0xFFFFFFFFL;

  private final Bytes bytes;
  private long bytesPerSecond;
  private int bits;
  private int format;

  WaveReader(Bytes bytes) {
    this.bytes = bytes;
  }

  Technical read() throws IOException, RefusedRecordingException {
    long at = 12;
    for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
      String name = bytes.ascii(at, 4);
      long length = bytes.little(at + 4, 4);
      if (name.equals("fmt ")) {
        readFormat(at + 8, length);
      } else if (name.equals("data")) {
        return sound(at + 8, length);
      }
      at += 8 + length + (length & 1);
    }
    throw RefusedRecordingException.broken("没有声音数据", "there is no sound in it");
  }

  private void readFormat(long at, long length) throws IOException, RefusedRecordingException {
    format = (int) bytes.little(at, 2);
    bytesPerSecond = bytes.little(at + 8, 4);
    bits = (int) bytes.little(at + 14, 2);
    if (format == EXTENSIBLE && length >= 26) {
      format = (int) bytes.little(at + 24, 2);
    }
    if (format != PCM && format != FLOAT) {
      throw RefusedRecordingException.unplayable(
          "WAV（编码 code " + format + "）", RefusedRecordingException.SOUND);
    }
  }

  private Technical sound(long at, long length) throws RefusedRecordingException {
    if (bytesPerSecond <= 0) {
      throw RefusedRecordingException.broken("没有说明采样格式", "it does not say how it was sampled");
    }
    long there = bytes.size() - at;
    if (length != UNKNOWN && length > there) {
      throw RefusedRecordingException.truncated();
    }
    double seconds = (double) (length == UNKNOWN ? there : length) / bytesPerSecond;
    String codec = (format == FLOAT ? "PCM float " : "PCM ") + bits + " bit";
    return Technical.sound("audio/wav", codec, seconds);
  }
}
