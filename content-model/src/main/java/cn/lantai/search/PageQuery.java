package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import java.util.Optional;
import java.util.Set;

/**
 * A search for page images on which all of the words stand, in what is written on them or said of
 * them, and for recordings in which they are said.
 *
 * @param beginning whether the last word, if it is of letters, may go on
 * @param within a record, or what the records of the pages belong to or are linked with: a set, a
 *     theme, a person
 * @param among the images and recordings that come into question; empty for all
 */
public record PageQuery(
    SearchWords words,
    boolean beginning,
    Optional<EntityIri> within,
    Optional<Set<EntityIri>> among,
    int first,
    int size) {

  /** Nobody leafs deeper than this, and each page costs what those before it do. */
  public static final int DEPTH = 2000;

  public PageQuery {
    among = among.map(Set::copyOf);
    if (first < 0 || size < 1) {
      throw new IllegalArgumentException("From " + first + ", " + size);
    }
    if (first + size > DEPTH) {
      throw new SearchRefusedException(SearchRefusedException.Reason.TOO_DEEP);
    }
  }
}
