package cn.lantai.server.review;

import cn.lantai.review.ReviewPolicy;
import cn.lantai.review.ReviewPolicy.Need;
import cn.lantai.review.ReviewPolicy.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the administrator has settled about reviews. */
@ApplicationScoped
public class ReviewSettings {

  @Inject
  @ConfigProperty(name = "lantai.review")
  String need;

  @Inject
  @ConfigProperty(name = "lantai.review.people")
  String people;

  public ReviewPolicy policy() {
    return new ReviewPolicy(
        chosen("LANTAI_REVIEW", need, Need.class),
        chosen("LANTAI_REVIEW_PEOPLE", people, People.class));
  }

  private static <E extends Enum<E>> E chosen(String setting, String value, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(value.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    setting
                        + ": "
                        + Arrays.stream(choices.getEnumConstants())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" | "))));
  }
}
