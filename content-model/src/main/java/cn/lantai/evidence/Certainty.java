package cn.lantai.evidence;

import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Lt;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.vocabulary.DCTerms;

/** How far a description was checked against its sources. */
public enum Certainty {
  VERIFIED("verified", "存页核实"),
  PARTLY_VERIFIED("partly-verified", "部分核实"),
  GENERAL_KNOWLEDGE("general-knowledge", "一般知识"),
  /** The sources leave it open, or contradict each other. */
  DOUBTFUL("doubtful", "存疑"),
  ILLUSTRATION("illustration", "虚构示例");

  private final String slug;
  private final String label;

  Certainty(String slug, String label) {
    this.slug = slug;
    this.label = label;
  }

  public String slug() {
    return slug;
  }

  public String label() {
    return label;
  }

  /** Reads the label of a catalogue; a remark in brackets behind it is ignored. */
  public static Optional<Certainty> ofLabel(String text) {
    return Arrays.stream(values()).filter(value -> text.startsWith(value.label)).findFirst();
  }

  public void write(GraphWriter subject) {
    subject.link(DCTerms.type, Lt.term(slug));
  }

  public static Optional<Certainty> read(GraphReader subject) {
    return Arrays.stream(values())
        .filter(value -> subject.has(DCTerms.type, Lt.term(value.slug)))
        .findFirst();
  }
}
