package cn.lantai.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/** Finds camera data in a WebP file. */
final class WebpChunks {

  private static final int HEADER_LENGTH = 12;
  private static final int LONGEST_CHUNK = 16 << 20;

  private WebpChunks() {}

  /** The content of the first chunk of a type; empty if it is absurdly long. */
  static byte[] find(ImageInputStream in, String type) throws IOException {
    ByteOrder before = in.getByteOrder();
    try {
      in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
      in.seek(HEADER_LENGTH);
      byte[] name = new byte[4];
      while (true) {
        in.readFully(name);
        long length = in.readUnsignedInt();
        if (new String(name, StandardCharsets.ISO_8859_1).equals(type)) {
          byte[] content = new byte[length <= LONGEST_CHUNK ? (int) length : 0];
          in.readFully(content);
          return content;
        }
        in.seek(in.getStreamPosition() + length + (length & 1));
      }
    } finally {
      in.setByteOrder(before);
    }
  }
}
