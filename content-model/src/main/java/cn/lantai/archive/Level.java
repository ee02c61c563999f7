package cn.lantai.archive;

import cn.lantai.ontology.Rico;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.rdf.model.Resource;

/** The levels of arrangement above the record. */
public enum Level {
  FONDS("全宗", Rico.Fonds),
  SERIES("类别", Rico.Series),
  FILE("案卷", Rico.File);

  private final String label;
  private final Resource type;

  Level(String label, Resource type) {
    this.label = label;
    this.type = type;
  }

  public Resource type() {
    return type;
  }

  public static Optional<Level> ofLabel(String text) {
    return Arrays.stream(values()).filter(level -> level.label.equals(text)).findFirst();
  }

  public static Optional<Level> ofType(String uri) {
    return Arrays.stream(values()).filter(level -> level.type.getURI().equals(uri)).findFirst();
  }
}
