package cn.lantai.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has to go along with a picture.
 *
 * @param rights the IRI of a licence or rights statement
 * @param attribution whom to name
 */
public record Credit(Optional<String> rights, Optional<String> attribution) {

  public static final Credit NONE = new Credit(Optional.empty(), Optional.empty());

  /** The only ones that the IIIF Image API 3.0 (5.6) takes without an extension. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "https?://(creativecommons\\.org/(?:licenses|publicdomain)|rightsstatements\\.org"
              + "/(?:vocab|page))/([A-Za-z0-9./-]+)");

  /**
   * The IRI of a licence of Creative Commons or a statement of RightsStatements.org in a text, as
   * these name it themselves: with http, and not by the address of its page.
   */
  public static Optional<String> rightsIn(String text) {
    Matcher found = KNOWN.matcher(text);
    return found.find()
        ? Optional.of(
            "http://"
                + found.group(1).replace("/page", "/vocab")
                + "/"
                + found.group(2).replaceFirst("(?:/?deed[.a-zA-Z-]*)?[./]*$", "/"))
        : Optional.empty();
  }
}
