package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A numbered note at the foot of a page: a publication, a record, a page of one, or a part of a
 * page.
 *
 * @param place where to look in it, in words
 * @param crop the part of the page, as a picture
 * @param uses how many marks on the page lead here
 */
public record Note(
    int number,
    Text text,
    Optional<String> href,
    Optional<Text> place,
    Optional<Image.Crop> crop,
    int uses) {
  public Note {
    Objects.requireNonNull(text);
    Objects.requireNonNull(href);
    Objects.requireNonNull(place);
    Objects.requireNonNull(crop);
  }

  /** The marks that lead here. */
  public List<Mark> marks() {
    return IntStream.rangeClosed(1, uses).mapToObj(use -> new Mark(number, use)).toList();
  }
}
