package cn.lantai.media;

import java.util.Optional;

/** Image formats that are accepted, told by their first bytes and never by a file name. */
public enum SourceFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  TIFF("image/tiff"),
  BIG_TIFF("image/tiff"),
  /** Read by a library of machine code, which some kinds of processor lack. */
  WEBP("image/webp"),
  /** A document, of which each page is a picture. */
  PDF("application/pdf");

  /** So many bytes are enough to tell. */
  static final int SIGNATURE_LENGTH = 12;

  private final String mediaType;

  SourceFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  boolean mayHavePages() {
    return this == TIFF || this == BIG_TIFF || this == PDF;
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<SourceFormat> of(byte[] head) {
    if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(JPEG);
    }
    if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of(PNG);
    }
    if (starts(head, 0, 'I', 'I', 42, 0) || starts(head, 0, 'M', 'M', 0, 42)) {
      return Optional.of(TIFF);
    }
    if (starts(head, 0, 'I', 'I', 43, 0) || starts(head, 0, 'M', 'M', 0, 43)) {
      return Optional.of(BIG_TIFF);
    }
    if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of(WEBP);
    }
    if (starts(head, 0, '%', 'P', 'D', 'F', '-')) {
      return Optional.of(PDF);
    }
    return Optional.empty();
  }

  /** A file or a bare stream of JPEG 2000, for which no library is kept up that runs everywhere. */
  static boolean isJpeg2000(byte[] head) {
    return starts(head, 4, 'j', 'P', ' ', ' ') || starts(head, 0, 0xFF, 0x4F, 0xFF, 0x51);
  }

  private static boolean starts(byte[] head, int at, int... signature) {
    if (head.length < at + signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((head[at + i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
