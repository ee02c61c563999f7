package cn.lantai.loan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service of the IIIF Image API that gives regions and sizes: of version 2 or 3, and at least
 * level 1. Others can only be shown as the picture that they have ready.
 *
 * @param address without a slash at the end
 */
public record ImageService(String address, int version, int level) {

  private static final Pattern LABEL = Pattern.compile("([23])/level([12])");
  private static final Pattern PROFILE =
      Pattern.compile("https?://iiif\\.io/api/image/([23])/level([12])\\.json");

  public ImageService {
    if (WebAddress.of(address).isEmpty() || version < 2 || version > 3 || level < 1 || level > 2) {
      throw new IllegalArgumentException(
          "Not a usable service: " + address + ", " + version + ", " + level);
    }
    address = address.replaceFirst("/+$", "");
  }

  /** The document that says what it can do, which names version and level. */
  String profile() {
    return "http://iiif.io/api/image/" + version + "/level" + level + ".json";
  }

  /** As tables write version and level: {@code 3/level2}. */
  public String label() {
    return version + "/level" + level;
  }

  public static Optional<ImageService> ofLabel(String address, String label) {
    return read(LABEL.matcher(label), address);
  }

  static Optional<ImageService> ofProfile(String address, String profile) {
    return read(PROFILE.matcher(profile), address);
  }

  private static Optional<ImageService> read(Matcher matcher, String address) {
    return matcher.matches() && WebAddress.of(address).isPresent()
        ? Optional.of(
            new ImageService(
                address, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
