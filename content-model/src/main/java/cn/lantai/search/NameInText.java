package cn.lantai.search;

import cn.lantai.entity.EntityIri;

/**
 * A name that stands in a text.
 *
 * @param start where its first character stands
 * @param end behind its last one
 */
public record NameInText(EntityIri entity, int start, int end) {}
