package cn.lantai.media.imageapi;

import java.util.Optional;

/** The supported versions of the IIIF Image API. */
public enum ApiVersion {
  V2("2", "http://iiif.io/api/image/2/context.json", "http://iiif.io/api/image/2/level2.json"),
  V3("3", "http://iiif.io/api/image/3/context.json", "http://iiif.io/api/image/3/level2.json");

  private final String number;
  private final String context;
  private final String profile;

  ApiVersion(String number, String context, String profile) {
    this.number = number;
    this.context = context;
    this.profile = profile;
  }

  public static Optional<ApiVersion> of(String number) {
    for (ApiVersion version : values()) {
      if (version.number.equals(number)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /** As it stands in addresses: 2 or 3. */
  public String number() {
    return number;
  }

  public String context() {
    return context;
  }

  /** Address of the document of the compliance level. */
  public String profile() {
    return profile;
  }
}
