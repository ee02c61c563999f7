package cn.lantai.entity;

import cn.lantai.ontology.Rico;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.SKOS;

/** The kinds of entity, each with its path segment in addresses: {@code /id/{segment}/{key}}. */
public enum EntityType {
  RECORD("record", Rico.Record),
  /** A fonds (全宗), a series (类别) or a file (案卷). */
  RECORD_SET("set", Rico.RecordSet),
  /** One page image: a digital instantiation of a record. */
  IMAGE("image", Rico.Instantiation),
  /** One recording of sound or film: a digital instantiation of a record. */
  RECORDING("recording", Rico.Instantiation),
  PERSON("person", Rico.Person),
  ORGANISATION("organisation", Rico.CorporateBody),
  FAMILY("family", Rico.Family),
  PLACE("place", Rico.Place),
  EVENT("event", Rico.Event),
  THEME("theme", SKOS.Concept),
  SCHEME("scheme", SKOS.ConceptScheme),
  /** A publication that statements are based on. */
  SOURCE("source", Rico.Record),
  /** An object of another institution, borrowed by its IIIF manifest. */
  LOAN("loan", Rico.Record),
  EXHIBITION("exhibition", Rico.RecordSet),
  /** A name-person collection (名人专题). */
  COLLECTION("collection", Rico.RecordSet),
  COMPILATION("compilation", Rico.RecordSet),
  /** A study pack (学习包). */
  STUDY("study", Rico.RecordSet);

  private static final Map<String, EntityType> BY_SEGMENT =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EntityType::segment, Function.identity()));

  private final String segment;
  private final Resource rdfClass;

  EntityType(String segment, Resource rdfClass) {
    this.segment = segment;
    this.rdfClass = rdfClass;
  }

  public String segment() {
    return segment;
  }

  /** The class that the graphs of all its entities say; those of other types may say it as well. */
  public Resource rdfClass() {
    return rdfClass;
  }

  /** Whether entities of this type are digital instantiations of records, kept with their files. */
  public boolean isDigital() {
    return this == IMAGE || this == RECORDING;
  }

  /** Whether entities of this type are selections: ordered record sets with proxies. */
  public boolean isSelection() {
    return this == EXHIBITION || this == COLLECTION || this == COMPILATION || this == STUDY;
  }

  public static Optional<EntityType> ofSegment(String segment) {
    return Optional.ofNullable(BY_SEGMENT.get(segment));
  }
}
