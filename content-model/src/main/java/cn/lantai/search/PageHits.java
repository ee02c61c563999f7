package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import java.util.List;

/**
 * Page images and recordings that were found. Those of one record come in the order of its pages,
 * of several the best first.
 *
 * @param total how many there are in all
 */
public record PageHits(List<EntityIri> found, long total) {

  public PageHits {
    found = List.copyOf(found);
  }
}
