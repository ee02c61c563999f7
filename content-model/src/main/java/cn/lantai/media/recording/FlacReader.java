package cn.lantai.media.recording;

import java.io.IOException;

/**
 * FLAC (RFC 9639). Whether the end is there is told by the last frame: it says which samples are in
 * it, and they must be the last ones.
 */
final class FlacReader {

  private static final int STREAM_INFO = 0;
  private static final int MOST_BLOCKS = 10_000;
  private static final int TAIL = 1 << 20;

  private final Bytes bytes;
  private final long start;
  private int largestBlock;
  private long rate;
  private int bits;
  private long samples;

  /**
   * @param start of the letters fLaC
   */
  FlacReader(Bytes bytes, long start) {
    this.bytes = bytes;
    this.start = start;
  }

  Technical read() throws IOException, RefusedRecordingException {
    long at = start + 4;
    boolean last = false;
    for (int block = 0; !last; block++) {
      if (block > MOST_BLOCKS) {
        throw RefusedRecordingException.broken("元数据没有尽头", "its metadata do not end");
      }
      int head = bytes.u8(at);
      last = head >= 0x80;
      long length = bytes.big(at + 1, 3);
      if ((head & 0x7F) == STREAM_INFO) {
        largestBlock = (int) bytes.big(at + 6, 2);
        long packed = bytes.big(at + 14, 8);
        rate = packed >>> 44;
        bits = (int) (packed >>> 36 & 0x1F) + 1;
        samples = packed & 0xFFFFFFFFFL;
      }
      at += 4 + length;
    }
    if (rate == 0 || largestBlock == 0) {
      throw RefusedRecordingException.broken("没有流信息", "it lacks its stream information");
    }
    if (bytes.big(at, 2) >>> 1 != 0xFFF8 >>> 1) {
      throw RefusedRecordingException.broken("元数据之后没有声音", "no sound follows its metadata");
    }
    if (samples == 0) {
      throw RefusedRecordingException.withoutDuration();
    }
    if (!endsComplete(at)) {
      throw RefusedRecordingException.truncated();
    }
    return Technical.sound("audio/flac", "FLAC " + bits + " bit", (double) samples / rate);
  }

  private boolean endsComplete(long frames) throws IOException, RefusedRecordingException {
    for (long at = bytes.size() - 2; at >= frames && at > bytes.size() - TAIL; at--) {
      if (bytes.u8(at) == 0xFF && (bytes.u8(at + 1) & 0xFE) == 0xF8) {
        long first = firstSample(at);
        if (first >= 0) {
          return first + largestBlock >= samples;
        }
      }
    }
    return false;
  }

  /** The number of the first sample of a frame, from 0; -1 if no frame begins there. */
  private long firstSample(long at) throws IOException, RefusedRecordingException {
    if (at + 16 > bytes.size()) {
      return -1;
    }
    boolean variable = (bytes.u8(at + 1) & 1) == 1;
    int blockCode = bytes.u8(at + 2) >>> 4;
    int rateCode = bytes.u8(at + 2) & 0xF;
    int lead = bytes.u8(at + 4);
    int more = lead < 0x80 ? 0 : Integer.numberOfLeadingZeros(~(lead << 24)) - 1;
    if (more < 0 || more > 6) {
      return -1;
    }
    long number = more == 0 ? lead : lead & (0x3F >>> more);
    for (int i = 1; i <= more; i++) {
      number = number << 6 | (bytes.u8(at + 4 + i) & 0x3F);
    }
    int length = 5 + more;
    length += blockCode == 6 ? 1 : blockCode == 7 ? 2 : 0;
    length += rateCode == 12 ? 1 : rateCode == 13 || rateCode == 14 ? 2 : 0;
    int check = 0;
    for (int i = 0; i < length; i++) {
      check ^= bytes.u8(at + i);
      for (int bit = 0; bit < 8; bit++) {
        check = (check & 0x80) == 0 ? check << 1 : check << 1 ^ 0x107;
      }
    }
    if (check != bytes.u8(at + length)) {
      return -1;
    }
    return variable ? number : number * largestBlock;
  }
}
