package cn.lantai.server.iiif.presentation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The licence or the rights statement that a note on use names. {@code rights} takes only addresses
 * of Creative Commons and RightsStatements.org, with {@code http} (3.3).
 */
final class Rights {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?:www\\.)?(creativecommons\\.org/(?:licenses|publicdomain)/[a-z+-]+/\\d\\.\\d/"
              + "|rightsstatements\\.org/(?:vocab|page)/[A-Za-z-]+/\\d\\.\\d/)");
  private static final Pattern LICENCE =
      Pattern.compile("\\bCC[ -](BY(?:-(?:NC|ND|SA))*)[ -](\\d\\.\\d)\\b");
  private static final Pattern ZERO = Pattern.compile("\\bCC0\\b");

  private Rights() {}

  static Optional<String> in(String note) {
    Matcher address = ADDRESS.matcher(note.endsWith("/") ? note : note + "/");
    if (address.find()) {
      return Optional.of("http://" + address.group(1).replace("org/page/", "org/vocab/"));
    }
    Matcher licence = LICENCE.matcher(note);
    if (licence.find()) {
      return Optional.of(
          "http://creativecommons.org/licenses/%s/%s/"
              .formatted(licence.group(1).toLowerCase(Locale.ROOT), licence.group(2)));
    }
    return ZERO.matcher(note).find()
        ? Optional.of("http://creativecommons.org/publicdomain/zero/1.0/")
        : Optional.empty();
  }
}
