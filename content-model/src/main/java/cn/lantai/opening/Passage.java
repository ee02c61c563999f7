package cn.lantai.opening;

import cn.lantai.entity.LocalizedText;

/**
 * A piece of text that is looked through.
 *
 * @param key names it within the record: {@code scope}, {@code scope-en}, {@code image/p1}
 * @param label what curators call it
 */
public record Passage(String key, LocalizedText label, String text) {}
