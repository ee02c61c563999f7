package cn.lantai.archive;

import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Lt;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.vocabulary.DCTerms;

/** Whether what is described exists; said on every page, export and print. */
public enum Nature {
  /** The document is known to exist. */
  KNOWN("known", "真实"),
  /** The documents exist; that they belong here is an assumption of the sample. */
  PRESUMED("presumed", "拟归"),
  /** Made up to show what such a document is like. */
  ILLUSTRATIVE("illustrative", "示例");

  private final String slug;
  private final String label;

  Nature(String slug, String label) {
    this.slug = slug;
    this.label = label;
  }

  public String slug() {
    return slug;
  }

  public static Optional<Nature> ofLabel(String text) {
    return Arrays.stream(values()).filter(value -> value.label.equals(text)).findFirst();
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
