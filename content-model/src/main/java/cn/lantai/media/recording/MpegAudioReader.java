package cn.lantai.media.recording;

import cn.lantai.entity.LocalizedText;
import java.io.IOException;

/**
 * MP3. Its frames stand one behind the other without a table of contents, so all of them are walked
 * by their heads: that gives the length of any file, and tells sound from bytes that begin like it.
 */
final class MpegAudioReader {

  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int[] BITS_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] BITS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };

  /** Padding between tags and the first frame, and damage between frames that players pass over. */
  private static final int GAP = 1 << 16;

  private static final int FRAMES_TO_BELIEVE = 3;

  private final Bytes bytes;
  private final long start;
  private final long end;

  MpegAudioReader(Bytes bytes, long start) throws IOException, RefusedRecordingException {
    this.bytes = bytes;
    this.start = start;
    this.end = beforeTags(bytes);
  }

  private record Frame(int length, int samples, int rate) {}

  /** The place behind ID3 tags at the beginning, of which there may be several. */
  static long behindTags(Bytes bytes) throws IOException, RefusedRecordingException {
    long at = 0;
    while (bytes.has(at, "ID3")) {
      long length = 0;
      for (int i = 6; i < 10; i++) {
        length = length << 7 | (bytes.u8(at + i) & 0x7F);
      }
      boolean footer = (bytes.u8(at + 5) & 0x10) != 0;
      at += 10 + length + (footer ? 10 : 0);
    }
    return at;
  }

  private static long beforeTags(Bytes bytes) throws IOException, RefusedRecordingException {
    long end = bytes.size();
    if (end >= 128 && bytes.has(end - 128, "TAG")) {
      end -= 128;
    }
    if (end >= 32 && bytes.has(end - 32, "APETAGEX")) {
      end = Math.max(0, end - bytes.little(end - 20, 4));
    }
    return end;
  }

  Technical read() throws IOException, RefusedRecordingException {
    long at = first();
    Frame head = frame(at);
    long said = framesSaid(at, head);
    long samples = 0;
    long frames = 0;
    int rate = head.rate();
    while (at < end) {
      Frame frame = frame(at);
      if (frame == null) {
        at = next(at);
        continue;
      }
      if (at + frame.length() > end) {
        break; // many a recorder leaves its last frame unfinished
      }
      samples += frame.samples();
      frames++;
      at += frame.length();
    }
    if (said > 0 && frames < said) {
      throw RefusedRecordingException.truncated();
    }
    if (said > 0) {
      samples -= head.samples();
    }
    return Technical.sound("audio/mpeg", "MP3", (double) samples / rate);
  }

  private long first() throws IOException, RefusedRecordingException {
    for (long at = start; at < end && at < start + GAP; at++) {
      if (bytes.u8(at) == 0xFF && isFollowed(at)) {
        return at;
      }
    }
    throw new RefusedRecordingException(
        LocalizedText.of("不是认得的录音或录像", "This is no recording of a known format"),
        RefusedRecordingException.EITHER);
  }

  private boolean isFollowed(long at) throws IOException, RefusedRecordingException {
    long here = at;
    for (int i = 0; i < FRAMES_TO_BELIEVE; i++) {
      if (here == end && i > 0) {
        return true;
      }
      Frame frame = frame(here);
      if (frame == null) {
        return false;
      }
      here += frame.length();
    }
    return true;
  }

  /** The next place where frames go on. */
  private long next(long damage) throws IOException, RefusedRecordingException {
    for (long at = damage + 1; at < end; at++) {
      if (at > damage + GAP) {
        throw RefusedRecordingException.broken(
            "声音中断，其后是别的内容", "the sound breaks off, and something else follows");
      }
      if (bytes.u8(at) == 0xFF && isFollowed(at)) {
        return at;
      }
    }
    return end;
  }

  /** How many frames follow by the table that a first frame may hold; 0 if it does not say. */
  private long framesSaid(long at, Frame head) throws IOException, RefusedRecordingException {
    for (int offset : new int[] {13, 21, 36}) {
      long table = at + offset;
      boolean known = bytes.has(table, "Xing") || bytes.has(table, "Info");
      if (known && offset < head.length() && (bytes.big(table + 4, 4) & 1) != 0) {
        return bytes.big(table + 8, 4);
      }
    }
    return 0;
  }

  /** The frame that begins at a place; null if none does. */
  private Frame frame(long at) throws IOException, RefusedRecordingException {
    if (at + 4 > end || bytes.u8(at) != 0xFF) {
      return null;
    }
    int second = bytes.u8(at + 1);
    int third = bytes.u8(at + 2);
    int version = second >>> 3 & 3; // 0: 2.5, 2: 2, 3: 1
    int layer = second >>> 1 & 3; // 1: III, 2: II, 3: I
    int bitsCode = third >>> 4;
    int rateCode = third >>> 2 & 3;
    if (second >>> 5 != 7 || version == 1 || bitsCode == 0 || bitsCode == 15 || rateCode == 3) {
      return null;
    }
    if (layer == 0) {
      refuseAdts(at);
      return null;
    }
    if (layer != 1) {
      return refuseOtherLayers(at);
    }
    int rate = RATES[rateCode] / (version == 3 ? 1 : version == 2 ? 2 : 4);
    int bits = (version == 3 ? BITS_1 : BITS_2)[bitsCode] * 1000;
    int samples = version == 3 ? 1152 : 576;
    int length = samples / 8 * bits / rate + (third >>> 1 & 1);
    return new Frame(length, samples, rate);
  }

  private Frame refuseOtherLayers(long at) throws RefusedRecordingException {
    if (at == start) {
      throw RefusedRecordingException.unplayable(
          "MPEG Layer I/II（MP1、MP2）", RefusedRecordingException.SOUND);
    }
    return null;
  }

  private void refuseAdts(long at) throws RefusedRecordingException {
    if (at == start) {
      throw RefusedRecordingException.unplayable("AAC（ADTS）", RefusedRecordingException.SOUND);
    }
  }
}
