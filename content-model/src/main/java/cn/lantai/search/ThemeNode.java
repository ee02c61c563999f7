package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import java.util.List;

/**
 * A theme in its scheme.
 *
 * @param broader the themes above it; it stands under each of them
 * @param records how many records belong to it or to a theme below it, each counted once
 */
public record ThemeNode(Summary theme, List<EntityIri> broader, long records) {}
