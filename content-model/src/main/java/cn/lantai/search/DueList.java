package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import java.util.List;
import java.util.Map;

/**
 * Records whose opening is to be looked at, the longest due first.
 *
 * @param total how many there are of what was asked for
 * @param due all that are due and within reach, whatever fonds or year was asked for
 * @param undated those of which nobody knows when they were made, by fonds
 */
public record DueList(
    long total,
    List<Summary> records,
    Map<EntityIri, Map<Integer, Long>> due,
    Map<EntityIri, Long> undated) {}
