package cn.lantai.archive;

import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Lt;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.vocabulary.DCTerms;

/** Whether what is described exists; said on every page, export and print. */
public enum Nature {
  /** The document is known to exist. */
  KNOWN("known"),
  /** The documents exist; that they belong here is an assumption of the sample. */
  PRESUMED("presumed"),
  /** Made up to show what such a document is like. */
  ILLUSTRATIVE("illustrative");

  private final String slug;

  Nature(String slug) {
    this.slug = slug;
  }

  public String slug() {
    return slug;
  }

  /** Reads what catalogues write. */
  public static Optional<Nature> ofLabel(String text) {
    return DescriptionProfile.get()
        .element("nature")
        .choice(text)
        .map(Choice::slug)
        .flatMap(slug -> Arrays.stream(values()).filter(is -> is.slug.equals(slug)).findFirst());
  }

  /** What a set of terms says; {@link #KNOWN} if it says nothing. */
  public static Nature of(Set<String> slugs) {
    return Arrays.stream(values())
        .filter(value -> slugs.contains(value.slug))
        .findFirst()
        .orElse(KNOWN);
  }

  void write(GraphWriter subject) {
    subject.link(DCTerms.type, Lt.term(slug));
  }

  static Nature read(GraphReader subject) {
    return Arrays.stream(values())
        .filter(value -> subject.has(DCTerms.type, Lt.term(value.slug)))
        .findFirst()
        .orElse(KNOWN);
  }
}
