package cn.lantai.samples.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** RIFF WAVE with one channel of 16-bit samples. */
final class WaveFile {

  private static final int HEAD = 44;
  private static final short PCM = 1;
  private static final short CHANNELS = 1;
  private static final short BYTES = 2;

  private WaveFile() {}

  static byte[] of(short[] samples, int rate) {
    int length = samples.length * BYTES;
    ByteBuffer file = ByteBuffer.allocate(HEAD + length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEAD - 8 + length).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort(PCM).putShort(CHANNELS).putInt(rate).putInt(rate * BYTES);
    file.putShort(BYTES).putShort((short) (BYTES * 8)).put(ascii("data")).putInt(length);
    for (short sample : samples) {
      file.putShort(sample);
    }
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
