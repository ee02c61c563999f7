package cn.lantai.media.imageapi;

import java.util.Set;

/** Formats in which pictures are given. */
public enum OutputFormat {
  JPG("jpg", "image/jpeg"),
  PNG("png", "image/png");

  private static final Set<String> NOT_BUILT_IN = Set.of("tif", "gif", "jp2", "pdf", "webp");

  private final String suffix;
  private final String mediaType;

  OutputFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  static OutputFormat parse(String text) throws ImageRequestException {
    for (OutputFormat format : values()) {
      if (format.suffix.equals(text)) {
        return format;
      }
    }
    // The specification wants 400 for these too, not 501.
    throw ImageRequestException.bad(
        "format",
        NOT_BUILT_IN.contains(text)
            ? "The format " + text + " is not given here; ask for jpg or png."
            : "The format must be jpg or png.");
  }

  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }
}
