package cn.lantai.entity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of entity, each with its path segment in addresses: {@code /id/{segment}/{key}}. */
public enum EntityType {
  RECORD("record"),
  /** A fonds (全宗), a series (类别) or a file (案卷). */
  RECORD_SET("set"),
  /** One page image: a digital instantiation of a record. */
  IMAGE("image"),
  PERSON("person"),
  ORGANISATION("organisation"),
  FAMILY("family"),
  PLACE("place"),
  EVENT("event"),
  THEME("theme"),
  SCHEME("scheme"),
  /** A publication that statements are based on. */
  SOURCE("source"),
  EXHIBITION("exhibition"),
  /** A name-person collection (名人专题). */
  COLLECTION("collection"),
  COMPILATION("compilation"),
  /** A study pack (学习包). */
  STUDY("study");

  private static final Map<String, EntityType> BY_SEGMENT =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EntityType::segment, Function.identity()));

  private final String segment;

  EntityType(String segment) {
    this.segment = segment;
  }

  public String segment() {
    return segment;
  }

  /** Whether entities of this type are selections: ordered record sets with proxies. */
  public boolean isSelection() {
    return this == EXHIBITION || this == COLLECTION || this == COMPILATION || this == STUDY;
  }

  public static Optional<EntityType> ofSegment(String segment) {
    return Optional.ofNullable(BY_SEGMENT.get(segment));
  }
}
