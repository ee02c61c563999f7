package cn.lantai.name;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.evidence.Grounds;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A name.
 *
 * @param designation what the source calls this kind of name, such as 原名, where it has another word
 *     for it than {@link NameKind#label}
 * @param date when it was in use
 */
public record Name(
    NameKind kind,
    Optional<String> designation,
    String text,
    Optional<HistoricalDate> date,
    Grounds grounds) {

  /**
   * @throws IllegalArgumentException if the text is empty
   */
  public Name {
    text = text.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A name must not be empty");
    }
    designation = designation.map(String::strip).filter(word -> !word.isEmpty());
    if (designation.equals(Optional.of(kind.label()))) {
      designation = Optional.empty();
    }
  }

  public static Name of(NameKind kind, String text) {
    return new Name(kind, Optional.empty(), text, Optional.empty(), Grounds.NONE);
  }

  /** A name of the kind that the word of a catalogue means; the word is kept. */
  public static Name of(String word, String text) {
    return new Name(NameKind.ofWord(word), Optional.of(word), text, Optional.empty(), Grounds.NONE);
  }

  /** The word for the kind of name. */
  public String word() {
    return designation.orElse(kind.label());
  }

  /** Whether nothing is said of it but what it is and of which kind. */
  public boolean isPlain() {
    return date.isEmpty() && grounds.isNone();
  }

  public boolean isSameAs(Name that) {
    return kind == that.kind && text.equals(that.text);
  }

  public Name withGrounds(Grounds better) {
    return new Name(kind, designation, text, date, better);
  }

  public static void writeAll(
      List<Name> names, GraphWriter subject, Property link, Resource rdfClass) {
    int number = 1;
    for (Name name : names) {
      String fragment = "name-" + number++;
      GraphWriter part =
          subject
              .part(link, fragment, rdfClass)
              .string(Rico.textualValue, name.text)
              .link(DCTerms.type, Lt.term(name.kind.slug()))
              .string(Rico.type, name.designation);
      name.date.ifPresent(
          value -> value.write(part, Rico.isAssociatedWithDate, fragment + "-date"));
      name.grounds.write(part);
    }
  }

  public static List<Name> readAll(GraphReader subject, Property link) {
    return subject.parts(link).stream().flatMap(part -> read(part).stream()).toList();
  }

  private static Optional<Name> read(GraphReader part) {
    return part.string(Rico.textualValue)
        .filter(text -> !text.isBlank())
        .map(
            text ->
                new Name(
                    part.terms(DCTerms.type, Lt.NS).stream()
                        .flatMap(slug -> NameKind.ofSlug(slug).stream())
                        .findFirst()
                        .orElse(NameKind.OTHER),
                    part.string(Rico.type),
                    text,
                    HistoricalDate.read(part, Rico.isAssociatedWithDate),
                    Grounds.read(part)));
  }
}
