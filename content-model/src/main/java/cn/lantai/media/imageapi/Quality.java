package cn.lantai.media.imageapi;

/** Qualities of the Image API; {@code default} is {@code color} here. */
public enum Quality {
  COLOR("default"),
  GRAY("gray"),
  BITONAL("bitonal");

  private final String canonicalName;

  Quality(String canonicalName) {
    this.canonicalName = canonicalName;
  }

  static Quality parse(String text) throws ImageRequestException {
    return switch (text) {
      case "default", "color" -> COLOR;
      case "gray" -> GRAY;
      case "bitonal" -> BITONAL;
      default ->
          throw ImageRequestException.bad(
              "quality", "The quality must be default, color, gray or bitonal.");
    };
  }

  public String canonicalName() {
    return canonicalName;
  }
}
