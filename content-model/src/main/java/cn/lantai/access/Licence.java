package cn.lantai.access;

import cn.lantai.archive.Elements;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.DescriptionProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a description says of how it may be used.
 *
 * @param address of a licence of Creative Commons or a statement of RightsStatements.org, as these
 *     name it themselves: with http, and not by the address of its page. Empty where the conditions
 *     name none; such conditions stand against whatever is said above.
 */
public record Licence(Optional<String> address) {

  private static final String LICENCE = "licence";
  private static final String CONDITIONS = "use-note";

  /** The only ones that IIIF takes without an extension (Image 3.0, 5.6; Presentation 3.0, 3.3). */
  private static final Pattern KNOWN =
      Pattern.compile(
          "https?://(?:www\\.)?(creativecommons\\.org/(?:licenses|publicdomain)/[a-z+-]+/\\d\\.\\d"
              // of one country, such as /cn, which is no page such as /deed
              + "(?:/[a-z]{2,3}(?![A-Za-z]))?"
              + "|rightsstatements\\.org/(?:vocab|page)/[A-Za-z-]+/\\d\\.\\d)");

  private static final Pattern SHORT =
      Pattern.compile("\\bCC[ -](BY(?:-(?:NC|ND|SA))*)[ -](\\d\\.\\d)\\b");
  private static final Pattern ZERO = Pattern.compile("\\bCC0\\b");

  /** Empty if the description says nothing of it, so that what is said above it holds. */
  public static Optional<Licence> said(Elements elements) {
    Optional<String> chosen = elements.string(LICENCE).flatMap(Licence::match);
    List<LocalizedText> conditions = elements.values(CONDITIONS);
    if (chosen.isEmpty() && conditions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Licence(
            chosen.or(
                () ->
                    conditions.stream()
                        .flatMap(note -> Stream.concat(Stream.of(note.zh()), note.en().stream()))
                        .flatMap(text -> in(text).stream())
                        .findFirst())));
  }

  private static Optional<String> match(String slug) {
    return DescriptionProfile.get().element(LICENCE).choices().stream()
        .filter(choice -> choice.slug().equals(slug))
        .findFirst()
        .flatMap(Choice::match);
  }

  /** The licence that a text names, by its address or in short, such as CC BY-SA 4.0. */
  public static Optional<String> in(String text) {
    Matcher found = KNOWN.matcher(text);
    if (found.find()) {
      return Optional.of("http://" + found.group(1).replace("/page/", "/vocab/") + "/");
    }
    Matcher named = SHORT.matcher(text);
    if (named.find()) {
      return Optional.of(
          "http://creativecommons.org/licenses/%s/%s/"
              .formatted(named.group(1).toLowerCase(Locale.ROOT), named.group(2)));
    }
    return ZERO.matcher(text).find()
        ? Optional.of("http://creativecommons.org/publicdomain/zero/1.0/")
        : Optional.empty();
  }
}
