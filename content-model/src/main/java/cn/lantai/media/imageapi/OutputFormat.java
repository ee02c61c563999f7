package cn.lantai.media.imageapi;

import cn.lantai.media.ImageEncoder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Formats in which pictures are given. */
public enum OutputFormat {
  JPG("jpg", "image/jpeg"),
  PNG("png", "image/png"),
  WEBP("webp", "image/webp");

  private static final Set<String> NOT_BUILT_IN = Set.of("tif", "gif", "jp2", "pdf", "webp");

  private final String suffix;
  private final String mediaType;

  OutputFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  static OutputFormat parse(String text) throws ImageRequestException {
    for (OutputFormat format : available()) {
      if (format.suffix.equals(text)) {
        return format;
      }
    }
    // The specification wants 400 also for formats that it knows and that are not given, not 501.
    String choices =
        available().stream().map(OutputFormat::suffix).collect(Collectors.joining(" or "));
    throw ImageRequestException.bad(
        "format",
        NOT_BUILT_IN.contains(text)
            ? "The format " + text + " is not given here; ask for " + choices + "."
            : "The format must be " + choices + ".");
  }

  /** Those that this machine can write. */
  static List<OutputFormat> available() {
    return ImageEncoder.hasWebP() ? List.of(JPG, PNG, WEBP) : List.of(JPG, PNG);
  }

  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }
}
