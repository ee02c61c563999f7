package cn.lantai.media;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import javax.imageio.stream.ImageInputStream;

/** The few parts of a PNG that the JDK's reader does not heed. */
final class PngChunks {

  private static final int SIGNATURE_LENGTH = 8;

  /** Colour profiles are a few kilobytes; a compressed chunk must not unpack without end. */
  private static final int LONGEST_PROFILE = 4 << 20;

  private static final int LONGEST_CHUNK = 16 << 20;

  private PngChunks() {}

  /**
   * The content of the first chunk of a type before the end of the file; empty if there is none.
   */
  static byte[] find(ImageInputStream in, String type) throws IOException {
    in.setByteOrder(ByteOrder.BIG_ENDIAN);
    in.seek(SIGNATURE_LENGTH);
    byte[] name = new byte[4];
    while (true) {
      long length = in.readUnsignedInt();
      in.readFully(name);
      String found = new String(name, StandardCharsets.ISO_8859_1);
      if (found.equals(type) && length <= LONGEST_CHUNK) {
        byte[] content = new byte[(int) length];
        in.readFully(content);
        return content;
      }
      if (found.equals("IEND")) {
        return new byte[0];
      }
      in.seek(in.getStreamPosition() + length + 4);
    }
  }

  /** Whether the rows do not come from top to bottom. */
  static boolean isInterlaced(ImageInputStream in) throws IOException {
    byte[] header = find(in, "IHDR");
    return header.length < 13 || header[12] != 0;
  }

  /** The embedded profile, if it is a sound one. */
  static Optional<ICC_Profile> profile(ImageInputStream in) throws IOException {
    try {
      byte[] chunk = find(in, "iCCP");
      int name = 0;
      while (name < chunk.length && chunk[name] != 0) {
        name++;
      }
      if (name + 2 >= chunk.length) {
        return Optional.empty();
      }
      try (InflaterInputStream inflated =
          new InflaterInputStream(
              new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2))) {
        return Optional.of(ICC_Profile.getInstance(inflated.readNBytes(LONGEST_PROFILE)));
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    } finally {
      in.seek(0);
    }
  }
}
